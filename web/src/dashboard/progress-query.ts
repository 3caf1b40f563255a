import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { LineState, listBoard, listProgress, viewProgress } from '#reporting/contract'
import { ask } from '../api/ask.ts'

const refresh_ms = 30_000

export function useProgress(office: string | undefined) {
  return useQuery({
    queryKey: ['progress', 'view', office],
    queryFn: ({ signal }) =>
      ask<typeof viewProgress>('GET', '/progress', { query: { office }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: refresh_ms,
  })
}

export function useOfficeProgress() {
  return useQuery({
    queryKey: ['progress', 'offices'],
    queryFn: ({ signal }) => ask<typeof listProgress>('GET', '/progress/offices', { signal }),
  })
}

export function useBoard(office: string | undefined, state: LineState) {
  return useQuery({
    queryKey: ['progress', 'board', office, state],
    queryFn: ({ signal }) =>
      ask<typeof listBoard>('GET', '/progress/batches', { query: { office, state }, signal }),
    placeholderData: keepPreviousData,
  })
}
