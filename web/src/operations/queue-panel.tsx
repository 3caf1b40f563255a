import { Pause, Play, RotateCcw } from 'lucide-react'
import type { FailedJob, Queue } from '#operations/contract'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { FailedList } from './failed-list.tsx'
import { QueueConditionChip } from './queue-condition.tsx'
import { QueueHistory } from './queue-history.tsx'
import { sayHolds, sayQueue } from './queue-words.ts'

type Props = {
  queue: Queue
  refused: string | null
  onPause: () => void
  onRetryAll: () => void
  onRetry: (job: FailedJob) => void
  onDrop: (job: FailedJob) => void
  onRedo: (actId: string) => void
}

/** One queue: what may be done with it, why its jobs failed, and who did what with it. */
export function QueuePanel(props: Props) {
  const { queue, refused } = props
  const { say } = useWords()
  const name = sayQueue(queue.name, say)
  return (
    <aside aria-label={name} className="sheet flex flex-col gap-3 p-4 lg:min-h-0 lg:overflow-auto">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-base font-semibold">{name}</h2>
        <QueueConditionChip condition={queue.condition} />
      </div>
      <Paused queue={queue} />
      <p className="text-sm text-soft">
        {say('queues.holds', { what: sayHolds(queue.name, say) })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          small
          refused={refused}
          shortcut="p"
          look={queue.paused === null ? 'plain' : 'strong'}
          icon={
            queue.paused === null ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />
          }
          onPress={props.onPause}
        >
          {say(queue.paused === null ? 'queues.pause' : 'queues.resume')}{' '}
          <kbd className="key">P</kbd>
        </Button>
        {queue.failed === 0 ? null : (
          <Button
            small
            refused={refused}
            shortcut="r"
            icon={<RotateCcw size={16} aria-hidden />}
            onPress={props.onRetryAll}
          >
            {say('queues.retryAll', { count: sayCount(queue.failed) })} <kbd className="key">R</kbd>
          </Button>
        )}
      </div>
      <section>
        <h3 className="mb-1 text-sm font-semibold text-soft">{say('queues.failedTitle')}</h3>
        <FailedList queue={queue} refused={refused} onRetry={props.onRetry} onDrop={props.onDrop} />
      </section>
      <QueueHistory queue={queue.name} refused={refused} onRedo={props.onRedo} />
    </aside>
  )
}

function Paused({ queue: { paused } }: { queue: Queue }) {
  const { say } = useWords()
  if (paused === null) return null
  const when = sayWhen(paused.at, new Date(), say)
  return (
    <div className="rounded-lg border border-warn bg-warn-tint px-3 py-2 text-sm">
      <p className="font-semibold text-warn">
        {say('queues.pausedBy', { name: paused.personName, when })}
      </p>
      <p>{paused.reason}</p>
      <p className="text-soft">{say('queues.resumeHint')}</p>
    </div>
  )
}
