import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type {
  dropJob,
  listFailedJobs,
  listQueueActs,
  listQueues,
  pauseQueue,
  Queue,
  redoJob,
  resumeQueue,
  retryJobs,
} from '#operations/contract'
import { ask } from '../api/ask.ts'
import { sameActAgain } from '../api/problem.ts'

export function useQueues() {
  return useQuery({
    queryKey: ['operations', 'queues'],
    queryFn: ({ signal }) => ask<typeof listQueues>('GET', '/operations/queues', { signal }),
  })
}

/** Jobs of a queue that failed; read anew whenever others are told of. */
export function useFailedJobs({ name: queue, failed, lastFailed }: Queue) {
  return useInfiniteQuery({
    queryKey: ['operations', 'failed', queue, failed, lastFailed],
    queryFn: ({ signal, pageParam }) =>
      ask<typeof listFailedJobs>('GET', '/operations/queues/:name/failed', {
        params: { name: queue },
        query: pageParam === '' ? {} : { after: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: failed > 0,
    // The list of the same queue stays while it is read anew.
    placeholderData: (before, query) => (query?.queryKey[2] === queue ? before : undefined),
  })
}

export function useQueueActs(queue: string) {
  return useQuery({
    queryKey: ['operations', 'acts', queue],
    queryFn: ({ signal }) =>
      ask<typeof listQueueActs>('GET', '/operations/queues/:name/acts', {
        params: { name: queue },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

type On = { id: string; queue: string }

/** An act on a queue; unanswered it is sent again as the same act. */
export type QueueDeed =
  | (On & { act: 'pause'; reason: string })
  | (On & { act: 'resume' })
  | (On & { act: 'retry'; jobId?: string })
  | (On & { act: 'drop'; jobId: string; reason: string })
  | (On & { act: 'redo'; actId: string })

export function useQueueDeed() {
  const queries = useQueryClient()
  return useMutation({
    ...sameActAgain,
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ queryKey: ['operations'] }),
  })
}

function send(deed: QueueDeed) {
  const { id, queue } = deed
  const params = { name: queue }
  switch (deed.act) {
    case 'pause':
      return ask<typeof pauseQueue>('POST', '/operations/queues/:name/pause', {
        params,
        body: { id, reason: deed.reason },
      })
    case 'resume':
      return ask<typeof resumeQueue>('POST', '/operations/queues/:name/resume', {
        params,
        body: { id },
      })
    case 'retry':
      return ask<typeof retryJobs>('POST', '/operations/queues/:name/retry', {
        params,
        body: { id, jobId: deed.jobId },
      })
    case 'drop':
      return ask<typeof dropJob>('POST', '/operations/queues/:name/drop', {
        params,
        body: { id, jobId: deed.jobId, reason: deed.reason },
      })
    case 'redo':
      return ask<typeof redoJob>('POST', '/operations/acts/:actId/redo', {
        params: { actId: deed.actId },
        body: { id },
      })
  }
}
