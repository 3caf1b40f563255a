import type { Queue, QueueAct } from '#operations/contract'
import { problemOf } from '../api/problem.ts'
import { useToast } from '../widgets/toast.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { type QueueDeed, useQueueDeed } from './queue-query.ts'
import { sayQueue } from './queue-words.ts'

export type QueueActs = {
  readonly busy: boolean
  pause(queue: Queue, asked: { id: string; reason: string }): void
  resume(queue: Queue): void
  retry(queue: Queue, jobId?: string): void
  drop(queue: Queue, asked: { id: string; jobId: string; reason: string }): void
  redo(queue: Queue, actId: string): void
}

/** The acts on a queue: each tells what came of it, and offers the act that takes it back where there is one. */
export function useQueueActs(): QueueActs {
  const { say, language } = useWords()
  const tell = useToast()
  const deed = useQueueDeed()
  const anId = () => crypto.randomUUID()

  function act(what: QueueDeed, told: (act: QueueAct) => string, back?: (act: QueueAct) => void) {
    deed.mutate(what, {
      onSuccess: (done) =>
        tell({ text: told(done), ...(back === undefined ? {} : { undo: () => back(done) }) }),
      onError: (error) =>
        tell({ tone: 'bad', text: sayProblem(problemOf(error), language).sentence }),
    })
  }

  function pause(queue: Queue, { id, reason }: { id: string; reason: string }) {
    const facts = { queue: sayQueue(queue.name, say) }
    act(
      { act: 'pause', id, queue: queue.name, reason },
      () => say('queues.paused', facts),
      () =>
        act({ act: 'resume', id: anId(), queue: queue.name }, () => say('queues.resumed', facts)),
    )
  }

  function resume(queue: Queue) {
    const reason = queue.paused?.reason ?? ''
    act(
      { act: 'resume', id: anId(), queue: queue.name },
      () => say('queues.resumed', { queue: sayQueue(queue.name, say) }),
      () => pause(queue, { id: anId(), reason }),
    )
  }

  const redo = (queue: Queue, actId: string) =>
    act({ act: 'redo', id: anId(), queue: queue.name, actId }, () => say('queues.redone'))

  return {
    busy: deed.isPending,
    pause,
    resume,
    redo,
    retry(queue, jobId) {
      const one = jobId === undefined ? {} : { jobId }
      act({ act: 'retry', id: anId(), queue: queue.name, ...one }, ({ jobs }) =>
        say('queues.retried', { count: sayCount(jobs) }),
      )
    },
    drop: (queue, asked) =>
      act(
        { act: 'drop', queue: queue.name, ...asked },
        () => say('queues.dropped'),
        ({ actId }) => redo(queue, actId),
      ),
  }
}
