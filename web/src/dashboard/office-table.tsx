import { Link } from '@tanstack/react-router'
import { formatDate } from '#thai-text'
import { Trouble } from '../widgets/trouble.tsx'
import { percentOf, sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useOfficeProgress } from './progress-query.ts'

/** The figures by office, those with most left to do first. */
export function OfficeTable() {
  const { say } = useWords()
  const offices = useOfficeProgress()
  if (offices.isError) {
    return <Trouble error={offices.error} onRetry={() => void offices.refetch()} />
  }
  return (
    <section className="sheet overflow-x-auto">
      <div className="flex items-center justify-between px-4 pt-3 pb-1">
        <h2 className="text-sm font-semibold text-soft">{say('progress.offices')}</h2>
        <a
          href="/api/progress.csv"
          download
          className="text-sm text-brand underline-offset-4 hover:underline"
        >
          {say('progress.csv')}
        </a>
      </div>
      <table className="w-full text-sm">
        <thead className="bg-paper text-soft">
          <tr>
            <th className="px-4 py-1.5 text-left">{say('progress.office')}</th>
            <th className="px-4 text-right">{say('progress.all')}</th>
            <th className="px-4 text-right">{say('progress.converted')}</th>
            <th className="px-4 text-right">{say('progress.percent')}</th>
            <th className="px-4 text-right">{say('progress.weekHead')}</th>
            <th className="px-4 text-right">{say('progress.firstPass')}</th>
            <th className="px-4 text-right">{say('progress.forecast')}</th>
          </tr>
        </thead>
        <tbody>
          {(offices.data?.offices ?? []).map((row) => (
            <tr key={row.officeId} className="border-t border-line">
              <td className="px-4 py-1.5">
                <Link
                  to="/progress"
                  search={{ office: row.officeId }}
                  className="text-brand underline-offset-4 hover:underline"
                >
                  {row.officeName}
                </Link>
              </td>
              <td className="px-4 text-right">{sayCount(row.files)}</td>
              <td className="px-4 text-right">{sayCount(row.converted)}</td>
              <td className="px-4 text-right">{percentOf(row.converted, row.files)}</td>
              <td className="px-4 text-right">{sayCount(row.week)}</td>
              <td className="px-4 text-right">
                {row.firstPass.documents === 0
                  ? '–'
                  : `${percentOf(row.firstPass.accepted, row.firstPass.documents)} %`}
              </td>
              <td className="px-4 text-right whitespace-nowrap">
                {row.forecast === null ? '–' : formatDate(row.forecast.likely, 'day', 'short')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
