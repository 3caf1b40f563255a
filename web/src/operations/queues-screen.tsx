import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { FailedJob, Queue } from '#operations/contract'
import { useRefused } from '../shell/me.ts'
import { useKeys } from '../widgets/keys.ts'
import { ReasonForm } from '../widgets/reason-form.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { QueuePanel } from './queue-panel.tsx'
import { useQueues } from './queue-query.ts'
import { QueueRows } from './queue-rows.tsx'
import { sayHolds, sayQueue } from './queue-words.ts'
import { useQueueActs } from './use-queue-acts.ts'

/** Every queue of jobs of the installation, live; one of them with what may be done. */
export function QueuesScreen() {
  const { say } = useWords()
  const queues = useQueues()
  const all = queues.data?.queues ?? []
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-xl">{say('operations.queues')}</h1>
        {queues.isSuccess ? <Total queues={all} /> : null}
      </header>
      {queues.isPending ? <Wait /> : null}
      {queues.isError ? (
        <Trouble error={queues.error} onRetry={() => void queues.refetch()} />
      ) : null}
      {all.length === 0 ? null : <QueueDesk queues={all} />}
    </>
  )
}

function Total({ queues }: { queues: readonly Queue[] }) {
  const { say } = useWords()
  const sum = (pick: (queue: Queue) => number) =>
    sayCount(queues.reduce((all, queue) => all + pick(queue), 0))
  return (
    <p role="status" className="text-sm text-soft">
      {say('queues.total', {
        waiting: sum(({ waiting }) => waiting),
        running: sum(({ running }) => running),
        failed: sum(({ failed }) => failed),
        paused: sum(({ paused }) => (paused === null ? 0 : 1)),
      })}
    </p>
  )
}

type Asking = { what: 'pause' } | { what: 'drop'; job: FailedJob } | null

function QueueDesk({ queues }: { queues: readonly Queue[] }) {
  const { say } = useWords()
  const url = useSearch({ from: '/operations/admin/queues' })
  const navigate = useNavigate()
  const refused = useRefused('operations.control')
  const acts = useQueueActs()
  const [asking, setAsking] = useState<Asking>(null)
  const at = Math.max(
    0,
    queues.findIndex(({ name }) => name === url.queue),
  )
  const queue = queues[at]
  if (queue === undefined) return null
  const go = (to: Queue | undefined) => {
    if (to === undefined) return
    void navigate({ to: '/admin/queues', search: { queue: to.name }, replace: true })
  }
  const pauseOrResume = () => {
    if (refused !== null) return
    if (queue.paused === null) setAsking({ what: 'pause' })
    else acts.resume(queue)
  }
  const retryAll = () => {
    if (refused === null && queue.failed > 0) acts.retry(queue)
  }
  return (
    <>
      <QueueKeys
        onMove={(by) => go(queues[at + by])}
        onPause={pauseOrResume}
        onRetryAll={retryAll}
      />
      <div className="grid gap-3 lg:min-h-0 lg:flex-1 lg:grid-cols-[minmax(0,1fr)_380px]">
        <section className="sheet overflow-auto lg:min-h-0">
          <QueueRows queues={queues} active={queue} onActive={go} />
        </section>
        <QueuePanel
          queue={queue}
          refused={refused}
          onPause={pauseOrResume}
          onRetryAll={retryAll}
          onRetry={({ jobId }) => acts.retry(queue, jobId)}
          onDrop={(job) => setAsking({ what: 'drop', job })}
          onRedo={(actId) => acts.redo(queue, actId)}
        />
      </div>
      <p className="text-sm text-soft max-sm:hidden">{say('queues.keys')}</p>
      {asking === null ? null : (
        <Reason queue={queue} asking={asking} acts={acts} onClose={() => setAsking(null)} />
      )}
    </>
  )
}

type KeysProps = { onMove: (by: 1 | -1) => void; onPause: () => void; onRetryAll: () => void }

function QueueKeys({ onMove, onPause, onRetryAll }: KeysProps) {
  useKeys(['j', 'down'], () => onMove(1))
  useKeys(['k', 'up'], () => onMove(-1))
  useKeys('p', onPause)
  useKeys('r', onRetryAll)
  return null
}

type ReasonProps = {
  queue: Queue
  asking: Exclude<Asking, null>
  acts: ReturnType<typeof useQueueActs>
  onClose: () => void
}

/** Why a queue is paused, or a job given up: it stands in the history. */
function Reason({ queue, asking, acts, onClose }: ReasonProps) {
  const { say } = useWords()
  const name = sayQueue(queue.name, say)
  const words =
    asking.what === 'pause'
      ? {
          title: say('queues.pauseOf', { queue: name }),
          hint: say('queues.pauseHint', { what: sayHolds(queue.name, say) }),
          button: say('queues.pauseButton'),
        }
      : {
          title: say('queues.dropTitle'),
          hint: say('queues.dropHint'),
          button: say('queues.dropButton'),
        }
  return (
    <ReasonForm
      {...words}
      error={null}
      busy={acts.busy}
      onSend={(asked) => {
        onClose()
        if (asking.what === 'pause') acts.pause(queue, asked)
        else acts.drop(queue, { ...asked, jobId: asking.job.jobId })
      }}
      onClose={onClose}
    />
  )
}
