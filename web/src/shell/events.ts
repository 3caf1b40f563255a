import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { z } from 'zod'
import type { Batch, Reading } from '#intake/contract'
import { listenTo } from './stream.ts'

type BatchPage = { batches: Batch[]; next: string | null }
type ReadingNow = z.infer<typeof Reading>

type Heard = {
  /** The stream is cut; whether the server is gone is for the caller to find out. */
  onCut: () => void
  onBatch: (batch: Batch) => void
}

/** Keeps batches and reading progress live while `on`: signed in, with a role that may follow them. */
export function useEvents(on: boolean, { onCut, onBatch }: Heard): void {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new listener is no reason for a new stream
  useEffect(() => {
    if (!on) return
    return listenTo('/api/events', {
      onCut,
      onRefused: () => void queries.invalidateQueries({ queryKey: ['me'] }),
      hear: {
        batch(data) {
          const batch: Batch = JSON.parse(data)
          queries.setQueryData<InfiniteData<BatchPage>>(['batches'], (known) =>
            withBatch(known, batch),
          )
          onBatch(batch)
          void queries.invalidateQueries({ queryKey: ['inbox'] })
        },
        reading(data) {
          queries.setQueryData<ReadingNow>(['reading'], JSON.parse(data))
        },
      },
    })
  }, [on, queries])
}
/** What the last `reading` event said. */
export function useReading(): ReadingNow | null {
  const { data } = useQuery<ReadingNow | null>({
    queryKey: ['reading'],
    queryFn: () => null,
    enabled: false,
  })
  return data ?? null
}

function withBatch(
  known: InfiniteData<BatchPage> | undefined,
  batch: Batch,
): InfiniteData<BatchPage> | undefined {
  if (known === undefined) return known
  const held = known.pages.some(({ batches }) =>
    batches.some(({ batchId }) => batchId === batch.batchId),
  )
  const pages = known.pages.map((page, at) => ({
    ...page,
    batches: held
      ? page.batches.map((other) => (other.batchId === batch.batchId ? batch : other))
      : at === 0
        ? [batch, ...page.batches]
        : page.batches,
  }))
  return { ...known, pages }
}
