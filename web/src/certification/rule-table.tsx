import { CircleAlert, CircleCheck } from 'lucide-react'
import type { RuleFinding } from '#certification/contract'
import { useWords } from '../words/words.ts'

/** What each rule of the announcement found, by which figures. */
export function RuleTable({ rules }: { rules: readonly RuleFinding[] }) {
  const { say } = useWords()
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {rules.map(({ rule, passed, measured }) => (
        <li key={rule} className="flex items-center gap-2 py-1.5">
          {passed ? (
            <CircleCheck size={17} aria-hidden className="shrink-0 text-good" />
          ) : (
            <CircleAlert size={17} aria-hidden className="shrink-0 text-bad" />
          )}
          <span className="flex-1">{say(`rule.${rule}`, measured)}</span>
          <span className={passed ? 'text-good' : 'font-semibold text-bad'}>
            {say(passed ? 'certify.passed' : 'certify.failed')}
          </span>
        </li>
      ))}
    </ul>
  )
}
