import {
  Ban,
  CircleCheck,
  CircleHelp,
  CirclePause,
  CircleX,
  type LucideIcon,
  Merge,
  MoveRight,
  UserMinus,
  UserX,
} from 'lucide-react'
import type { EmployerStatus } from '#employers/contract'
import { useWords } from '../words/words.ts'

const signs: Record<EmployerStatus, readonly [icon: LucideIcon, colour: string]> = {
  active: [CircleCheck, 'text-good'],
  paused: [CirclePause, 'text-warn'],
  'no-employees': [UserMinus, 'text-warn'],
  ceased: [CircleX, 'text-soft'],
  transferred: [MoveRight, 'text-soft'],
  merged: [Merge, 'text-soft'],
  bankrupt: [Ban, 'text-bad'],
  deceased: [UserX, 'text-soft'],
  unknown: [CircleHelp, 'text-soft'],
}

/** The state of an employer by its sign and its word; the colour only helps. */
export function StatusChip({ status }: { status: EmployerStatus }) {
  const { say } = useWords()
  const [Icon, colour] = signs[status]
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-soft">
      <Icon size={16} className={colour} aria-hidden />
      {say(`status.${status}`)}
    </span>
  )
}
