import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell, BookOpenText, CircleCheck, FileWarning, Inbox, LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Me } from '#identity/contract'
import type { Batch, cancelBatch, resumeBatch } from '#intake/contract'
import { ask } from '../api/ask.ts'
import { problemOf } from '../api/problem.ts'
import { useInbox } from '../inbox/inbox-query.ts'
import { useBatches } from '../intake/batch-query.ts'
import { Button } from '../widgets/button.tsx'
import { Popover } from '../widgets/popover.tsx'
import { Progress } from '../widgets/progress.tsx'
import { useToast } from '../widgets/toast.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayProblem } from '../words/problem-words.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { useReading } from './events.ts'
import { useRefused } from './me.ts'

const limits = { ended_max: 3 }

/** Work that goes on by itself, what has ended, and what waits for the person: behind the bell. */
export function Notices({ me }: { me: Me }) {
  return me.actions.includes('intake.list') ? <Bells /> : null
}

function Bells() {
  const { say } = useWords()
  const batches = useBatches().data?.pages[0]?.batches ?? []
  const reading = useReading()
  const first = useInbox('waiting').data?.pages[0]
  const running = batches.filter(({ state }) => state !== 'done')
  const ended = batches.filter(({ state }) => state === 'done').slice(0, limits.ended_max)
  const left = reading?.pagesWaiting ?? 0
  const count = running.length + (left > 0 ? 1 : 0)
  const waiting = first?.waiting ?? 0
  const quarantined = first?.quarantined ?? 0
  const label = count === 0 ? say('bell.label') : say('bell.count', { count })
  return (
    <Popover label={label} button={<BellWithCount count={count} />}>
      <div className="flex w-96 max-w-[calc(100vw-3rem)] flex-col gap-4">
        <Part title={say('bell.running')}>
          {count === 0 ? <p className="text-sm text-soft">{say('bell.none')}</p> : null}
          {running.map((batch) => (
            <RunningBatch key={batch.batchId} batch={batch} />
          ))}
          {left === 0 || reading === null ? null : (
            <div>
              <p className="mb-1 flex items-center gap-2 text-sm">
                <BookOpenText size={17} className="text-brand" aria-hidden />
                {say('bell.reading', { count: sayCount(left) })}
              </p>
              <Progress
                done={reading.pagesRead}
                all={reading.pagesRead + left}
                label={say('home.reading')}
              />
            </div>
          )}
        </Part>
        {waiting + quarantined === 0 ? null : (
          <Part title={say('bell.waiting')}>
            <WaitingLine count={waiting} icon={<Inbox size={17} aria-hidden />} state="waiting" />
            <WaitingLine
              count={quarantined}
              icon={<FileWarning size={17} aria-hidden />}
              state="quarantined"
            />
          </Part>
        )}
        {ended.length === 0 ? null : (
          <Part title={say('bell.ended')}>
            {ended.map((batch) => (
              <p key={batch.batchId} className="flex items-start gap-2 text-sm">
                <CircleCheck size={17} className="mt-0.5 shrink-0 text-good" aria-hidden />
                <span className="min-w-0 flex-1 truncate" title={batch.label}>
                  {batch.label}
                </span>
                <span className="whitespace-nowrap text-soft">
                  {sayWhen(batch.receivedAt, new Date(), say)}
                </span>
              </p>
            ))}
          </Part>
        )}
      </div>
    </Popover>
  )
}

function BellWithCount({ count }: { count: number }) {
  return (
    <span className="relative inline-flex items-center">
      <Bell size={19} aria-hidden />
      {count === 0 ? null : (
        <span
          aria-hidden
          className="absolute -top-2.5 -right-3 min-w-5 rounded-full bg-brand px-1 text-center text-[13px] leading-5 text-on-brand"
        >
          {count}
        </span>
      )}
    </span>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{title}</h2>
      {children}
    </section>
  )
}

type LineProps = { count: number; icon: ReactNode; state: 'waiting' | 'quarantined' }

function WaitingLine({ count, icon, state }: LineProps) {
  const { say } = useWords()
  if (count === 0) return null
  const word = state === 'waiting' ? 'bell.toInbox' : 'bell.quarantined'
  return (
    <Link
      to="/inbox"
      search={state === 'waiting' ? {} : { state }}
      className="flex min-h-8 items-center gap-2 rounded-md text-sm text-brand underline-offset-4 hover:underline"
    >
      {icon}
      {say(word, { count: sayCount(count) })}
    </Link>
  )
}

function RunningBatch({ batch }: { batch: Batch }) {
  const { say, language } = useWords()
  const queries = useQueryClient()
  const tell = useToast()
  const refused = useRefused('intake.receive')
  const stopping = batch.state === 'examining'
  const params = { batchId: batch.batchId }
  const act = useMutation({
    mutationFn: async (): Promise<void> => {
      if (stopping) {
        await ask<typeof cancelBatch>('POST', '/batches/:batchId/cancel', { params, body: {} })
      } else {
        await ask<typeof resumeBatch>('POST', '/batches/:batchId/resume', { params, body: {} })
      }
    },
    onSuccess: () =>
      tell({ text: say(stopping ? 'bell.stopped' : 'bell.resumed', { label: batch.label }) }),
    onError: (error) =>
      tell({ tone: 'bad', text: sayProblem(problemOf(error), language).sentence }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['batches'] }),
  })
  return (
    <div>
      <div className="mb-1 flex items-center gap-2 text-sm">
        <LoaderCircle
          size={17}
          className={`shrink-0 text-brand ${stopping ? 'animate-spin' : ''}`}
          aria-hidden
        />
        <span className="min-w-0 flex-1 truncate" title={batch.label}>
          {batch.label}
        </span>
        <span className="whitespace-nowrap text-soft">
          {sayCount(batch.examined)}/{sayCount(batch.scans)}
        </span>
        <Button
          small
          refused={act.isPending ? say('app.saving') : refused}
          onPress={() => act.mutate()}
        >
          {say(stopping ? 'intake.cancel' : 'intake.resume')}
        </Button>
      </div>
      <Progress done={batch.examined} all={batch.scans} label={batch.label} />
    </div>
  )
}
