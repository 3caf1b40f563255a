import type { PaperAct, PaperFile } from '#paper-files/contract'
import { formatDate } from '#thai-text'
import { Trouble } from '../widgets/trouble.tsx'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { usePaperFile } from './paper-query.ts'
import { sayPlace } from './paper-words.ts'
import { PaperStateChip } from './state-chip.tsx'

/** Everything that happened to the file, the latest first. */
export function PaperHistory({ file }: { file: PaperFile }) {
  const { say } = useWords()
  const opened = usePaperFile(file.paperFileId)
  if (opened.isError) return <Trouble error={opened.error} onRetry={() => void opened.refetch()} />
  const acts = opened.data?.acts ?? []
  return (
    <section className="mt-4">
      <h3 className="mb-1 text-sm font-semibold text-soft">{say('paper.history')}</h3>
      <ol className="border-l-2 border-line pl-3">
        {acts.map((act, at) => (
          <li key={act.actId} className="pb-2 text-sm">
            <PaperStateChip state={act.state} />
            {act.undoes === null ? null : (
              <span className="ml-2 text-soft">{say('paper.undid')}</span>
            )}
            <Facts act={act} before={acts[at + 1]} />
            <span className="block text-soft">
              {act.actedBy} · {sayWhen(act.actedAt, new Date(), say)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the act says besides the state: only what is other than before it. */
function Facts({ act, before }: { act: PaperAct; before: PaperAct | undefined }) {
  const { say } = useWords()
  const moved = before === undefined || sayPlace(act, say) !== sayPlace(before, say)
  const facts = [
    act.lentTo === null || act.dueOn === null
      ? null
      : say('paper.lentTo', { name: act.lentTo, date: formatDate(act.dueOn, 'day', 'short') }),
    moved ? sayPlace(act, say) : null,
    before !== undefined && act.condition !== before.condition
      ? say(`condition.${act.condition}`)
      : null,
    act.lineBatch === null ? null : say('paper.byBatch', { batch: act.lineBatch }),
    act.reason,
  ].filter((fact) => fact !== null)
  return facts.map((fact) => (
    <span key={fact} className="block">
      {fact}
    </span>
  ))
}
