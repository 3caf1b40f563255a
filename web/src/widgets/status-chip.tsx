import type { EmployerStatus } from '#employers/contract'
import { useWords } from '../words/words.ts'

const dots: Record<EmployerStatus, string> = {
  active: 'bg-good',
  paused: 'bg-warn',
  'no-employees': 'bg-warn',
  ceased: 'bg-edge',
  transferred: 'bg-edge',
  merged: 'bg-edge',
  bankrupt: 'bg-bad',
  deceased: 'bg-edge',
  unknown: 'bg-line',
}

export function StatusChip({ status }: { status: EmployerStatus }) {
  const { say } = useWords()
  return (
    <span className="inline-flex items-center gap-1.5 text-sm whitespace-nowrap text-soft">
      <span className={`h-2 w-2 rounded-full ${dots[status]}`} aria-hidden />
      {say(`status.${status}`)}
    </span>
  )
}
