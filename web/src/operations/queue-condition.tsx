import { CircleCheck, CirclePause, CirclePlay, Clock, type LucideIcon } from 'lucide-react'
import type { QueueCondition } from '#operations/contract'
import { useWords } from '../words/words.ts'

const looks: Record<QueueCondition, readonly [icon: LucideIcon, tone: string]> = {
  paused: [CirclePause, 'text-warn'],
  'at-work': [CirclePlay, 'text-brand'],
  waiting: [Clock, 'text-ink'],
  idle: [CircleCheck, 'text-soft'],
}

/** How a queue stands, by sign and word. */
export function QueueConditionChip({ condition }: { condition: QueueCondition }) {
  const { say } = useWords()
  const [Icon, tone] = looks[condition]
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${tone}`}>
      <Icon size={16} aria-hidden />
      {say(`queueIs.${condition}`)}
    </span>
  )
}
