import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { LineState, Progress } from '#reporting/contract'
import { useOffices } from '../search/search-query.ts'
import { Progress as Bar } from '../widgets/progress.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { percentOf, sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { Board, BoardList } from './board.tsx'
import { CheckerTable } from './checker-table.tsx'
import { BottleneckCard, FirstPassCard, ForecastCard, PaceCard } from './figures.tsx'
import { OfficeTable } from './office-table.tsx'
import { useProgress } from './progress-query.ts'
import { readProgressUrl } from './progress-url.ts'

const states: readonly LineState[] = ['scanning', 'checking', 'returned', 'certifying', 'certified']

/** Where the conversion stands and when it will be done; every number is from the record. */
export function DashboardScreen() {
  const url = useSearch({ from: '/progress' })
  const navigate = useNavigate()
  const progress = useProgress(url.office)
  if (progress.isPending) return <Wait />
  if (progress.isError) {
    return (
      <div className="p-6">
        <Trouble error={progress.error} onRetry={() => void progress.refetch()} />
      </div>
    )
  }
  const state = states.find((each) => each === url.state) ?? 'checking'
  const { data } = progress
  return (
    <div className="mx-auto flex max-w-[1240px] flex-col gap-3 px-6 py-4">
      <Head progress={data} office={url.office} />
      <Board
        progress={data}
        state={state}
        onState={(to) =>
          void navigate({
            to: '/progress',
            search: readProgressUrl({ ...url, state: to }),
            replace: true,
          })
        }
      />
      <div className="grid gap-3 *:min-w-0 *:overflow-x-auto sm:grid-cols-2 xl:grid-cols-[1fr_1fr_1fr_1.4fr]">
        <ForecastCard forecast={data.forecast} />
        <BottleneckCard bottleneck={data.bottleneck} />
        <FirstPassCard firstPass={data.firstPass} reasons={data.reasons} />
        <PaceCard paces={data.paces} />
      </div>
      <BoardList office={url.office} state={state} />
      <CheckerTable />
      <OfficeTable />
    </div>
  )
}

function Head({ progress, office }: { progress: Progress; office: string | undefined }) {
  const { say } = useWords()
  const offices = useOffices().data?.offices ?? []
  const { files, week, at } = progress
  const name = offices.find(({ code }) => code === office)?.shortNameTh
  return (
    <header className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <h1 className="text-xl">{say('progress.title')}</h1>
      <span className="text-soft">{name ?? say('progress.nation')}</span>
      {office === undefined ? null : (
        <Link to="/progress" className="text-sm text-brand underline-offset-4 hover:underline">
          {say('progress.nation')}
        </Link>
      )}
      <span className="w-40">
        <Bar done={files.converted} all={files.all} label={say('progress.files')} />
      </span>
      <Link
        to="/paper-files"
        search={office === undefined ? {} : { office }}
        className="underline-offset-4 hover:underline"
      >
        {say('progress.done', {
          converted: sayCount(files.converted),
          all: sayCount(files.all),
          percent: percentOf(files.converted, files.all),
        })}
      </Link>
      <span className="text-good">{say('progress.week', { count: sayCount(week) })}</span>
      <span role="status" className="ml-auto text-sm text-soft">
        {say('progress.until', { when: sayWhen(at, new Date(), say) })}
      </span>
    </header>
  )
}
