import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { Batch, Reading } from '#intake/contract'

type BatchPage = { batches: Batch[]; next: string | null }
type ReadingNow = z.infer<typeof Reading>

/** Keeps batches and reading progress live while signed in. False while the line is cut. */
export function useEvents(on: boolean): boolean {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)
  useEffect(() => {
    if (!on) return
    const events = new EventSource('/api/events')
    events.onopen = () => setConnected(true)
    events.onerror = () => setConnected(false)
    events.addEventListener('batch', (event: MessageEvent<string>) => {
      const batch: Batch = JSON.parse(event.data)
      queries.setQueryData<InfiniteData<BatchPage>>(['batches'], (known) => withBatch(known, batch))
      void queries.invalidateQueries({ queryKey: ['inbox'] })
    })
    events.addEventListener('reading', (event: MessageEvent<string>) => {
      queries.setQueryData<ReadingNow>(['reading'], JSON.parse(event.data))
    })
    return () => events.close()
  }, [on, queries])
  return connected
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
