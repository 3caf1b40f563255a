import { TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Queue } from '#operations/contract'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { QueueConditionChip } from './queue-condition.tsx'
import { sayQueue } from './queue-words.ts'
import { saySpan } from './say-span.ts'

type Props = {
  queues: readonly Queue[]
  active: Queue | undefined
  onActive: (queue: Queue) => void
}

const cell = 'px-3 py-2 align-top'
const figure = `${cell} text-right`
const head = 'px-3 py-1.5 align-bottom'

/** Every queue with its counts. The keys of the list are the screen's own. */
export function QueueRows({ queues, active, onActive }: Props) {
  const { say } = useWords()
  return (
    <table className="w-full border-collapse text-sm">
      <thead className="bg-paper text-left text-soft">
        <tr>
          <th className={`${head} pl-4`}>{say('queues.name')}</th>
          <th className={head}>{say('queues.condition')}</th>
          <th className={`${head} text-right`}>{say('queues.waiting')}</th>
          <th className={`${head} text-right max-sm:hidden`}>{say('queues.running')}</th>
          <th className={`${head} text-right`}>{say('queues.failed')}</th>
          <th className={`${head} text-right max-sm:hidden`}>{say('queues.done')}</th>
          <th className={`${head} text-right max-sm:hidden`}>{say('queues.oldest')}</th>
          <th className={`${head} max-sm:hidden`}>{say('queues.pace')}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => (
          <QueueRow
            key={queue.name}
            queue={queue}
            active={queue.name === active?.name}
            onActive={() => onActive(queue)}
          />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { queue: Queue; active: boolean; onActive: () => void }

function QueueRow({ queue, active, onActive }: RowProps) {
  const { say } = useWords()
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const { waiting, running, done, oldest } = queue
  const look = active ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'
  return (
    <tr
      ref={row}
      data-active={active ? '' : undefined}
      onClick={onActive}
      className={`cursor-pointer border-t border-line ${look}`}
    >
      <th scope="row" className={`${cell} pl-4 text-left`}>
        <button
          type="button"
          aria-pressed={active}
          className="text-left font-semibold"
          onClick={onActive}
        >
          {sayQueue(queue.name, say)}
        </button>
      </th>
      <td className={cell}>
        <QueueConditionChip condition={queue.condition} />
      </td>
      <td className={figure}>{figureOf(waiting)}</td>
      <td className={`${figure} max-sm:hidden`}>{figureOf(running)}</td>
      <td className={figure}>
        <Failed count={queue.failed} />
      </td>
      <td className={`${figure} max-sm:hidden`}>{figureOf(done)}</td>
      <td className={`${figure} whitespace-nowrap max-sm:hidden`}>
        {oldest === null ? '–' : saySpan(Date.now() - Date.parse(oldest), say)}
      </td>
      <td className={`${cell} max-sm:hidden`}>
        <Pace queue={queue} />
      </td>
    </tr>
  )
}

const figureOf = (count: number) => (count === 0 ? '–' : sayCount(count))

function Failed({ count }: { count: number }) {
  if (count === 0) return '–'
  return (
    <span className="inline-flex items-center gap-1 font-semibold text-bad">
      <TriangleAlert size={15} aria-hidden />
      {sayCount(count)}
    </span>
  )
}

const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

function Pace({ queue: { perMinute, endsAt } }: { queue: Queue }) {
  const { say } = useWords()
  if (perMinute === null) return '–'
  return (
    <>
      <span className="block whitespace-nowrap">
        {say('queues.perMinute', { count: oneDigit.format(perMinute) })}
      </span>
      {endsAt === null ? null : (
        <span className="block text-soft">
          {say('queues.endsAt', { when: sayWhen(endsAt, new Date(), say) })}
        </span>
      )}
    </>
  )
}
