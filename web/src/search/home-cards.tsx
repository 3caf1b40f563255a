import { Link } from '@tanstack/react-router'
import { BookOpenText, FolderInput, Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { useInbox } from '../inbox/inbox-query.ts'
import { useBatches } from '../intake/batch-query.ts'
import { useReading } from '../shell/events.ts'
import { useRefused } from '../shell/me.ts'
import { Progress } from '../widgets/progress.tsx'
import { percentOf, sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'

/** How far the office is: reading, the latest intake, and what waits for a person. */
export function HomeCards() {
  const allowed = useRefused('intake.list') === null
  if (!allowed) return null
  return (
    <div className="mt-10 grid gap-4 sm:grid-cols-3">
      <ReadingCard />
      <IntakeCard />
      <InboxCard />
    </div>
  )
}

type CardProps = { title: string; icon: ReactNode; to: '/intake' | '/inbox'; children: ReactNode }

function Card({ title, icon, to, children }: CardProps) {
  return (
    <Link
      to={to}
      className="sheet flex min-w-0 flex-col gap-2 p-4 transition-colors duration-100 hover:border-brand"
    >
      <h2 className="flex items-center gap-2 text-sm text-soft">
        <span className="text-brand">{icon}</span>
        {title}
      </h2>
      {children}
    </Link>
  )
}

function ReadingCard() {
  const { say } = useWords()
  const reading = useReading()
  const read = reading?.pagesRead ?? 0
  const waiting = reading?.pagesWaiting ?? 0
  const all = read + waiting
  return (
    <Card title={say('home.reading')} icon={<BookOpenText size={18} aria-hidden />} to="/intake">
      {all === 0 ? (
        <p>{say('home.readingNone')}</p>
      ) : (
        <>
          <p className="flex items-baseline gap-2">
            <span className="text-xl font-semibold">{percentOf(read, all)}%</span>
            <span className="text-sm text-soft">
              {sayCount(read)} / {sayCount(all)}
            </span>
          </p>
          <Progress done={read} all={all} label={say('home.reading')} />
          <p className="text-sm text-soft">
            {waiting > 0
              ? say('home.readingWaiting', { count: sayCount(waiting) })
              : say('home.readingDone', { count: sayCount(read) })}
          </p>
        </>
      )}
    </Card>
  )
}

function IntakeCard() {
  const { say } = useWords()
  const batches = useBatches().data?.pages[0]?.batches ?? []
  return (
    <Card title={say('home.intake')} icon={<FolderInput size={18} aria-hidden />} to="/intake">
      {batches.length === 0 ? <p>{say('home.intakeNone')}</p> : null}
      {batches.slice(0, 3).map((batch) => (
        <p key={batch.batchId} className="flex items-baseline gap-2 text-sm">
          <span className="min-w-0 flex-1 truncate" title={batch.label}>
            {batch.label}
          </span>
          <span className="whitespace-nowrap text-soft">
            {batch.state === 'done'
              ? sayWhen(batch.receivedAt, new Date(), say)
              : say('intake.examined', {
                  done: sayCount(batch.examined),
                  total: sayCount(batch.scans),
                })}
          </span>
        </p>
      ))}
    </Card>
  )
}

function InboxCard() {
  const { say } = useWords()
  const first = useInbox('waiting').data?.pages[0]
  const waiting = first?.waiting ?? 0
  const quarantined = first?.quarantined ?? 0
  return (
    <Card title={say('home.inbox')} icon={<Inbox size={18} aria-hidden />} to="/inbox">
      {waiting + quarantined === 0 ? (
        <p>{say('home.inboxNone')}</p>
      ) : (
        <>
          <p className="text-xl font-semibold">
            {say('home.waiting', { count: sayCount(waiting) })}
          </p>
          <p className="text-sm text-soft">
            {say('home.quarantined', { count: sayCount(quarantined) })}
          </p>
        </>
      )}
    </Card>
  )
}
