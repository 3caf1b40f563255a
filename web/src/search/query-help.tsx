import { CircleHelp } from 'lucide-react'
import { Popover } from '../widgets/popover.tsx'
import { useWords } from '../words/words.ts'

const kinds = ['Phrase', 'Without', 'Type', 'Office', 'Year', 'Form'] as const

/** What may be typed besides words, each with an example to copy. */
export function QueryHelp() {
  const { say } = useWords()
  return (
    <Popover
      label={say('search.help')}
      button={
        <>
          <CircleHelp size={16} aria-hidden /> {say('search.help')}
        </>
      }
    >
      <div className="w-120 max-w-full">
        <p className="mb-3">{say('search.helpIntro')}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
          {kinds.map((kind) => (
            <div key={kind} className="contents">
              <dt className="rounded bg-sunken px-2 font-semibold">
                {say(`search.help${kind}Example`)}
              </dt>
              <dd className="text-soft">{say(`search.help${kind}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Popover>
  )
}
