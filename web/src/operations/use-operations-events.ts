import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listenTo } from '../shell/stream.ts'

/** Keeps the screens of the administration live while they stand. */
export function useOperationsEvents(): void {
  const queries = useQueryClient()
  useEffect(
    () =>
      listenTo('/api/operations/events', {
        onRefused: () => void queries.invalidateQueries({ queryKey: ['me'] }),
        hear: {
          queues: (data) => queries.setQueryData(['operations', 'queues'], JSON.parse(data)),
        },
      }),
    [queries],
  )
}
