import { RotateCcw } from 'lucide-react'
import type { FailedJob, Queue } from '#operations/contract'
import { Button } from '../widgets/button.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayProblem } from '../words/problem-words.ts'
import { sayWhen } from '../words/say-when.ts'
import { type Language, type Say, useWords } from '../words/words.ts'
import { useFailedJobs } from './queue-query.ts'

type Props = {
  queue: Queue
  refused: string | null
  onRetry: (job: FailedJob) => void
  onDrop: (job: FailedJob) => void
}

/** Jobs that failed for good, oldest first, each with its reason and what may be done. */
export function FailedList({ queue, refused, onRetry, onDrop }: Props) {
  const { say } = useWords()
  const failed = useFailedJobs(queue)
  if (queue.failed === 0) return <p className="text-sm text-soft">{say('queues.noneFailed')}</p>
  if (failed.isError) return <Trouble error={failed.error} onRetry={() => void failed.refetch()} />
  if (failed.isPending) return <Wait />
  const jobs = failed.data?.pages.flatMap((page) => page.jobs) ?? []
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {jobs.map((job) => (
          <FailedItem
            key={job.jobId}
            job={job}
            refused={refused}
            onRetry={() => onRetry(job)}
            onDrop={() => onDrop(job)}
          />
        ))}
      </ul>
      {failed.hasNextPage ? (
        <div className="pt-2">
          <Button small look="quiet" onPress={() => void failed.fetchNextPage()}>
            {say('app.more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

type ItemProps = {
  job: FailedJob
  refused: string | null
  onRetry: () => void
  onDrop: () => void
}

function FailedItem({ job, refused, onRetry, onDrop }: ItemProps) {
  const { say, language } = useWords()
  const reason = sayReason(job, language, say)
  return (
    <li className="py-2.5">
      <p className="text-sm">{reason}</p>
      <p className="text-xs text-soft">
        {sayWhen(job.failedAt, new Date(), say)} · {say('queues.attempts', { count: job.attempts })}
      </p>
      {job.code === null ? null : <p className="identifier text-xs text-soft">{job.code}</p>}
      <details className="text-xs">
        <summary className="cursor-pointer text-soft">{say('queues.detail')}</summary>
        <pre
          lang="en"
          className="mt-1 rounded-md bg-sunken p-2 font-sans break-words whitespace-pre-wrap"
        >
          {job.message}
          {'\n'}
          {JSON.stringify(job.payload)}
        </pre>
      </details>
      <div className="mt-1.5 flex gap-2">
        <Button
          small
          refused={refused}
          icon={<RotateCcw size={15} aria-hidden />}
          label={`${say('queues.retry')}: ${reason}`}
          onPress={onRetry}
        >
          {say('queues.retry')}
        </Button>
        <Button
          small
          look="quiet"
          refused={refused}
          label={`${say('queues.drop')}: ${reason}`}
          onPress={onDrop}
        >
          {say('queues.drop')}
        </Button>
      </div>
    </li>
  )
}

/** The sentence of the refusal; without one, whether the program or its surroundings failed. */
function sayReason({ code }: FailedJob, language: Language, say: Say): string {
  if (code === null) return say('queues.program')
  const { sentence, known } = sayProblem({ code, facts: {} }, language)
  return known ? sentence : say('queues.world')
}
