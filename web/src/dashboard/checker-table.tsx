import { useQuery } from '@tanstack/react-query'
import type { listCheckers } from '#conversion/contract'
import { ask } from '../api/ask.ts'
import { useRefused } from '../shell/me.ts'
import { Trouble } from '../widgets/trouble.tsx'
import { percentOf, sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** How sharply each checker looks: known-bad pages are planted among the checks, and caught or not. */
export function CheckerTable() {
  const { say } = useWords()
  const refused = useRefused('conversion.measure')
  const found = useQuery({
    queryKey: ['progress', 'checkers'],
    queryFn: ({ signal }) => ask<typeof listCheckers>('GET', '/line/checkers', { signal }),
    enabled: refused === null,
  })
  if (refused !== null || found.isPending) return null
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const { checkers } = found.data
  return (
    <section aria-label={say('progress.checkers')} className="sheet overflow-x-auto">
      <div className="px-4 pt-3 pb-1">
        <h2 className="text-sm font-semibold text-soft">{say('progress.checkers')}</h2>
        <p className="text-sm text-soft">
          {say(checkers.length === 0 ? 'progress.noCheckers' : 'progress.plantedHow')}
        </p>
      </div>
      {checkers.length === 0 ? null : (
        <table className="w-full text-sm">
          <thead className="bg-paper text-soft">
            <tr>
              <th className="px-4 py-1.5 text-left">{say('progress.checker')}</th>
              <th className="px-4 text-right">{say('progress.checked')}</th>
              <th className="px-4 text-right">{say('progress.sentBack')}</th>
              <th className="px-4 text-right">{say('progress.planted')}</th>
              <th className="px-4 text-right">{say('progress.caught')}</th>
              <th className="px-4 text-right">{say('progress.catchRate')}</th>
            </tr>
          </thead>
          <tbody>
            {checkers.map(({ person, name, documents, rejected, planted, caught }) => (
              <tr key={person} className="border-t border-line">
                <td className="px-4 py-1.5">{name}</td>
                <td className="px-4 text-right">{sayCount(documents)}</td>
                <td className="px-4 text-right">{sayCount(rejected)}</td>
                <td className="px-4 text-right">{sayCount(planted)}</td>
                <td className="px-4 text-right">{sayCount(caught)}</td>
                <td className="px-4 text-right font-semibold">
                  {planted === 0 ? '–' : `${percentOf(caught, planted)} %`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
