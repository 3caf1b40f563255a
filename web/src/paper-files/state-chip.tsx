import {
  CircleCheck,
  CircleCheckBig,
  CircleDashed,
  FileX,
  HandHelping,
  type LucideIcon,
  ScanLine,
  Wrench,
} from 'lucide-react'
import type { PaperState } from '#paper-files/contract'
import { useWords } from '../words/words.ts'

const looks = {
  expected: { icon: CircleDashed, tone: 'text-soft' },
  found: { icon: CircleCheck, tone: 'text-good' },
  'not-found': { icon: FileX, tone: 'text-bad' },
  damaged: { icon: Wrench, tone: 'text-warn' },
  'on-loan': { icon: HandHelping, tone: 'text-warn' },
  'on-line': { icon: ScanLine, tone: 'text-brand' },
  converted: { icon: CircleCheckBig, tone: 'text-brand' },
} as const satisfies Record<PaperState, { icon: LucideIcon; tone: string }>

/** A state of the paper: sign, colour and word, never colour alone. */
export function PaperStateChip({ state }: { state: PaperState }) {
  const { say } = useWords()
  const { icon: Icon, tone } = looks[state]
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${tone}`}>
      <Icon size={16} aria-hidden />
      {say(`paperState.${state}`)}
    </span>
  )
}
