import type { LineState, Progress } from '#reporting/contract'
import { formatAccountNo } from '#thai-text'
import { Trouble } from '../widgets/trouble.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useBoard } from './progress-query.ts'
import { sayAge } from './say-age.ts'

type Props = { progress: Progress; state: LineState; onState: (state: LineState) => void }

/** The line from left to right: how much waits in each state, and since when. Each opens its list. */
export function Board({ progress, state, onState }: Props) {
  const { say } = useWords()
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(10rem,100%),1fr))] gap-2">
      {progress.board.map((column) => (
        <button
          key={column.state}
          type="button"
          aria-pressed={column.state === state}
          onClick={() => onState(column.state)}
          className={`rounded-lg border px-4 py-2 text-left ${column.state === state ? 'border-brand bg-brand-tint' : 'border-line bg-sheet hover:bg-paper'}`}
        >
          <span className="block text-sm font-semibold">{say(`lineState.${column.state}`)}</span>
          <span className="block text-xl">{sayCount(column.batches)}</span>
          <span className="block text-sm text-soft">
            {say('progress.pages', { count: sayCount(column.pages) })}
            {column.oldest === null || column.state === 'certified'
              ? ''
              : ` · ${say('progress.oldest', { age: sayAge(column.oldest, new Date(), say) })}`}
          </span>
        </button>
      ))}
    </div>
  )
}

/** The batches behind a number of the board, with their age and who acted on them last. */
export function BoardList({ office, state }: { office: string | undefined; state: LineState }) {
  const { say } = useWords()
  const board = useBoard(office, state)
  if (board.isError) return <Trouble error={board.error} onRetry={() => void board.refetch()} />
  const batches = board.data?.batches ?? []
  return (
    <section className="sheet overflow-x-auto">
      <h2 className="px-4 pt-3 pb-1 text-sm font-semibold text-soft">
        {say('progress.list', { state: say(`lineState.${state}`) })}
      </h2>
      {batches.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-soft">{say('progress.noBatches')}</p>
      ) : (
        <table className="w-full text-sm">
          <thead className="bg-paper text-left text-soft">
            <tr>
              <th className="px-4 py-1.5">{say('progress.number')}</th>
              <th className="px-4">{say('progress.employer')}</th>
              <th className="px-4 text-right">{say('progress.pagesHead')}</th>
              <th className="px-4 text-right">{say('progress.age')}</th>
              <th className="px-4">{say('progress.owner')}</th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr key={batch.batchId} className="border-t border-line">
                <td className="identifier px-4 py-1.5 font-semibold">{batch.number}</td>
                <td className="max-w-96 truncate px-4">
                  {batch.accountNo === null ? '–' : formatAccountNo(batch.accountNo)}{' '}
                  {batch.employerName}
                </td>
                <td className="px-4 text-right">{sayCount(batch.pages)}</td>
                <td className="px-4 text-right whitespace-nowrap">
                  {sayAge(batch.since, new Date(), say)}
                </td>
                <td className="px-4">{batch.owner}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
