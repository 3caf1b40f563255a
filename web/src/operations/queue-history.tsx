import type { QueueAct } from '#operations/contract'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { useQueueActs } from './queue-query.ts'

type Props = { queue: string; refused: string | null; onRedo: (actId: string) => void }

/** Who did what with a queue, the youngest first. A job that was given up can be done after all. */
export function QueueHistory({ queue, refused, onRedo }: Props) {
  const { say } = useWords()
  const acts = useQueueActs(queue).data?.acts ?? []
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold text-soft">{say('queues.history')}</h3>
      {acts.length === 0 ? <p className="text-sm text-soft">{say('queues.noHistory')}</p> : null}
      <ol className="divide-y divide-line">
        {acts.map((act) => (
          <li key={act.actId} className="flex items-start gap-2 py-1.5 text-sm">
            <Said act={act} />
            {act.dropped === null || act.redone ? null : (
              <Button small look="quiet" refused={refused} onPress={() => onRedo(act.actId)}>
                {say('queues.redo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Said({ act: { act, jobs, personName, at, reason } }: { act: QueueAct }) {
  const { say } = useWords()
  return (
    <span className="min-w-0 flex-1">
      {say(`queues.act.${act}`, { count: sayCount(jobs) })}
      <span className="text-soft">
        {' '}
        · {personName} · {sayWhen(at, new Date(), say)}
      </span>
      {reason === null ? null : <span className="block">{reason}</span>}
    </span>
  )
}
