import { Circle, CircleCheck } from 'lucide-react'
import { type Duty, duties, type Signature } from '#certification/contract'
import { useWords } from '../words/words.ts'

/** The four duties: who has signed, and which are open. */
export function DutyChips({ signatures }: { signatures: readonly Signature[] }) {
  const { say } = useWords()
  const nameOf = (duty: Duty) => signatures.find((signature) => signature.duty === duty)?.name
  return (
    <ul className="flex flex-col gap-0.5 text-sm">
      {duties.map((duty) => {
        const name = nameOf(duty)
        return (
          <li key={duty} className="flex min-w-0 items-center gap-1.5">
            {name === undefined ? (
              <Circle size={15} aria-hidden className="shrink-0 text-hint" />
            ) : (
              <CircleCheck size={15} aria-hidden className="shrink-0 text-good" />
            )}
            <span className={`truncate ${name === undefined ? 'text-soft' : ''}`}>
              {say(`duty.${duty}`)}
              {' · '}
              {name ?? say('certify.unsigned')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
