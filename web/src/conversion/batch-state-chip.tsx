import {
  BadgeCheck,
  CircleCheckBig,
  CircleDashed,
  CornerDownLeft,
  Eye,
  type LucideIcon,
} from 'lucide-react'
import type { BatchState } from '#conversion/contract'
import { useWords } from '../words/words.ts'

const looks: Record<BatchState, { icon: LucideIcon; tone: string }> = {
  scanning: { icon: CircleDashed, tone: 'text-brand' },
  checking: { icon: Eye, tone: 'text-warn' },
  returned: { icon: CornerDownLeft, tone: 'text-bad' },
  certifying: { icon: BadgeCheck, tone: 'text-brand' },
  certified: { icon: CircleCheckBig, tone: 'text-good' },
}

/** Where a batch stands: sign, colour and word. */
export function BatchStateChip({ state }: { state: BatchState }) {
  const { say } = useWords()
  const { icon: Icon, tone } = looks[state]
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${tone}`}>
      <Icon size={16} aria-hidden />
      {say(`batchState.${state}`)}
    </span>
  )
}
