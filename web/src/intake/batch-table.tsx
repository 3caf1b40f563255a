import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CirclePause, LoaderCircle } from 'lucide-react'
import type { Batch, cancelBatch, resumeBatch } from '#intake/contract'
import { ask } from '../api/ask.ts'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { Progress } from '../widgets/progress.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import type { WordKey } from '../words/th.ts'
import { useWords } from '../words/words.ts'
import { useBatches } from './batch-query.ts'

const heads: readonly WordKey[] = [
  'intake.batch',
  'intake.received_at',
  'intake.state',
  'intake.progress',
  'intake.filed',
  'intake.waiting',
  'intake.quarantined',
  'intake.duplicates',
  'intake.read',
]

export function BatchTable() {
  const { say } = useWords()
  const batches = useBatches()
  if (batches.isPending) return <Wait />
  if (batches.isError) {
    return <Trouble error={batches.error} onRetry={() => void batches.refetch()} />
  }
  const rows = batches.data.pages.flatMap((page) => page.batches)
  if (rows.length === 0) return <p className="py-6 text-center text-soft">{say('intake.none')}</p>
  return (
    <section>
      <h2 className="mb-2 text-base">{say('intake.batches')}</h2>
      <div className="sheet overflow-x-auto">
        <table className="w-full text-sm">
          <thead className="bg-paper text-left text-soft">
            <tr>
              {heads.map((head, at) => (
                <th
                  key={head}
                  className={`px-3 py-1.5 whitespace-nowrap ${at > 3 ? 'text-right' : ''}`}
                >
                  {say(head)}
                </th>
              ))}
              <th className="w-24">
                <span className="sr-only">{say('intake.cancel')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((batch) => (
              <BatchRow key={batch.batchId} batch={batch} />
            ))}
          </tbody>
        </table>
      </div>
      {batches.hasNextPage ? (
        <Button small look="quiet" onPress={() => void batches.fetchNextPage()}>
          {say('app.more')}
        </Button>
      ) : null}
    </section>
  )
}

const icons = {
  examining: <LoaderCircle size={16} className="animate-spin text-brand" aria-hidden />,
  done: <CircleCheck size={16} className="text-good" aria-hidden />,
  cancelled: <CirclePause size={16} className="text-warn" aria-hidden />,
} as const

function BatchRow({ batch }: { batch: Batch }) {
  const { say } = useWords()
  const numbers = [batch.filed, batch.waiting, batch.quarantined, batch.duplicates]
  return (
    <tr className="border-t border-line align-middle">
      <td className="max-w-80 px-3 py-2">
        <span className="block truncate font-semibold" title={batch.label}>
          {batch.label}
        </span>
        <span className="text-soft">
          {say(`source.${batch.source}`)} · {batch.receivedBy}
        </span>
      </td>
      <td className="px-3 whitespace-nowrap">{sayWhen(batch.receivedAt, new Date(), say)}</td>
      <td className="px-3">
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          {icons[batch.state]}
          {say(`batch.${batch.state}`)}
        </span>
      </td>
      <td className="min-w-40 px-3">
        <Progress done={batch.examined} all={batch.scans} label={say('intake.progress')} />
        <span className="text-soft">
          {say('intake.examined', { done: sayCount(batch.examined), total: sayCount(batch.scans) })}
        </span>
      </td>
      {numbers.map((count, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four columns that never change places
        <td key={at} className={`px-3 text-right ${count === 0 ? 'text-soft' : ''}`}>
          {sayCount(count)}
        </td>
      ))}
      <td className="px-3 text-right whitespace-nowrap">
        {sayCount(batch.pagesRead)}/{sayCount(batch.pages)}
      </td>
      <td className="px-3 text-right">
        <BatchAct batch={batch} />
      </td>
    </tr>
  )
}

function BatchAct({ batch }: { batch: Batch }) {
  const { say } = useWords()
  const queries = useQueryClient()
  const refused = useRefused('intake.receive')
  const params = { batchId: batch.batchId }
  const act = useMutation({
    mutationFn: async (): Promise<void> => {
      if (batch.state === 'examining') {
        await ask<typeof cancelBatch>('POST', '/batches/:batchId/cancel', { params, body: {} })
      } else {
        await ask<typeof resumeBatch>('POST', '/batches/:batchId/resume', { params, body: {} })
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['batches'] }),
  })
  if (act.isError) return <Trouble error={act.error} />
  if (batch.state === 'done') return null
  return (
    <Button
      small
      refused={act.isPending ? say('app.saving') : refused}
      onPress={() => act.mutate()}
    >
      {say(batch.state === 'examining' ? 'intake.cancel' : 'intake.resume')}
    </Button>
  )
}
