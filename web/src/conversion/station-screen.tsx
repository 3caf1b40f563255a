import { useParams } from '@tanstack/react-router'
import { problemOf } from '../api/problem.ts'
import { NotFound } from '../shell/not-found.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useLineBatch } from './line-query.ts'
import { Station } from './station.tsx'

/** The scanning station: a batch with its pages, its documents and its index. */
export function StationScreen() {
  const { batchId } = useParams({ from: '/line/$batchId' })
  const batch = useLineBatch(batchId)
  if (batch.isPending) return <Wait />
  if (batch.data === undefined) {
    if (problemOf(batch.error).status === 404) return <NotFound />
    return (
      <div className="p-8">
        <Trouble error={batch.error} onRetry={() => void batch.refetch()} />
      </div>
    )
  }
  return <Station key={batchId} read={batch.data} />
}
