import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Progress } from '#reporting/contract'
import { formatDate } from '#thai-text'
import { percentOf, sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sheet p-4">
      <h2 className="mb-1 text-sm font-semibold text-soft">{title}</h2>
      {children}
    </section>
  )
}

const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** When it will be done, how that was computed, and how sure it is. */
export function ForecastCard({ forecast }: Pick<Progress, 'forecast'>) {
  const { say } = useWords()
  if (forecast === null) {
    return (
      <Card title={say('progress.forecast')}>
        <p className="text-sm text-soft">{say('progress.noForecast')}</p>
      </Card>
    )
  }
  const short = (date: string) => formatDate(date, 'day', 'short')
  const { earliest, likely, latest, perDay, days } = forecast
  return (
    <Card title={say('progress.forecast')}>
      <p className="text-xl font-semibold text-brand">{short(likely)}</p>
      <p className="text-sm">
        {latest === null
          ? say('progress.rangeOpen', { earliest: short(earliest) })
          : say('progress.range', { earliest: short(earliest), latest: short(latest) })}
      </p>
      <p className="text-sm text-soft">
        {say('progress.method', { perDay: oneDigit.format(perDay), days })}
      </p>
    </Card>
  )
}

/** Which station holds the line up, and by what that is told. */
export function BottleneckCard({ bottleneck }: Pick<Progress, 'bottleneck'>) {
  const { say } = useWords()
  return (
    <Card title={say('progress.bottleneck')}>
      {bottleneck === null ? (
        <p className="text-sm text-soft">{say('progress.noBottleneck')}</p>
      ) : (
        <>
          <p className="flex items-center gap-2 text-xl font-semibold text-warn">
            <TriangleAlert size={20} aria-hidden />
            {say(`station.${bottleneck.station}`)}
          </p>
          <p className="text-sm text-soft">{say('progress.because')}</p>
        </>
      )}
    </Card>
  )
}

export function FirstPassCard({ firstPass, reasons }: Pick<Progress, 'firstPass' | 'reasons'>) {
  const { say } = useWords()
  const { documents, accepted } = firstPass
  return (
    <Card title={say('progress.firstPass')}>
      <p>
        <span className="text-xl font-semibold text-brand">
          {documents === 0 ? '–' : `${percentOf(accepted, documents)} %`}
        </span>{' '}
        <span className="text-sm text-soft">
          {say('progress.firstPassOf', {
            accepted: sayCount(accepted),
            documents: sayCount(documents),
          })}
        </span>
      </p>
      <h3 className="mt-1 text-sm text-soft">{say('progress.reasons')}</h3>
      {reasons.length === 0 ? <p className="text-sm">{say('progress.noReasons')}</p> : null}
      <ul className="text-sm">
        {reasons.slice(0, 4).map(({ reason, documents: count }) => (
          <li key={reason} className="flex justify-between gap-3">
            <span>{say(isReason(reason) ? `back.${reason}` : 'back.other')}</span>
            <span>{sayCount(count)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const known = [
  'unreadable',
  'page-missing',
  'skewed-or-turned',
  'wrong-index',
  'misfiled',
  'below-minimum',
  'page-repeated',
  'cropped-or-folded',
] as const

function isReason(reason: string): reason is (typeof known)[number] {
  return known.some((each) => each === reason)
}

/** Pages an hour at each station, over four weeks. */
export function PaceCard({ paces }: Pick<Progress, 'paces'>) {
  const { say } = useWords()
  return (
    <Card title={say('progress.paces')}>
      <table className="w-full text-sm">
        <thead className="text-soft">
          <tr>
            <th className="text-left">{say('progress.station')}</th>
            <th className="text-right">{say('progress.people')}</th>
            <th className="text-right">{say('progress.pagesHead')}</th>
            <th className="text-right">{say('progress.hours')}</th>
            <th className="text-right">{say('progress.perHour')}</th>
          </tr>
        </thead>
        <tbody>
          {paces.map(({ station, people, pages, hours, pagesPerHour }) => (
            <tr key={station} className="border-t border-line">
              <td>{say(`station.${station}`)}</td>
              <td className="text-right">{sayCount(people)}</td>
              <td className="text-right">{sayCount(pages)}</td>
              <td className="text-right">{oneDigit.format(hours)}</td>
              <td className="text-right font-semibold">
                {pagesPerHour === null ? '–' : sayCount(Math.round(pagesPerHour))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
