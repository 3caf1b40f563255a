import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { OpenBatch } from '#conversion/contract'
import { problemOf, sameActAgain, wasRefused } from '../api/problem.ts'
import { useToast } from '../widgets/toast.tsx'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { useAskAgain } from './line-query.ts'
import { type Difference, sendOn } from './send-dialog.tsx'

export type Sending = {
  /** Why it cannot be sent now; null when it can, perhaps with a reason for its count. */
  refused: string | null
  needsReason: boolean
  send: (difference: Difference | null) => void
}

/** Sends the batch to the check and goes back to the list. What still stands in the way is said. */
export function useSending(batch: OpenBatch): Sending {
  const { say, language } = useWords()
  const navigate = useNavigate()
  const tell = useToast()
  const askAgain = useAskAgain()
  const id = useRef(crypto.randomUUID())
  const sending = useMutation({
    ...sameActAgain,
    mutationFn: (difference: Difference | null) => sendOn(batch, { id: id.current, difference }),
    onSuccess: ({ number }) => {
      tell({ text: say('send.sent', { number }) })
      void navigate({ to: '/line' })
    },
    onError: async (error) => {
      if (wasRefused(error)) id.current = crypto.randomUUID()
      tell({ text: sayProblem(problemOf(error), language).sentence, tone: 'bad' })
      await askAgain(batch.batchId)
    },
  })
  const left = batch.obstacles.filter((obstacle) => obstacle !== 'count-differs')
  const why = left.map((obstacle) => say(`sendObstacle.${obstacle}`)).join(' · ')
  return {
    refused: sending.isPending ? say('app.saving') : why === '' ? null : why,
    needsReason: batch.obstacles.includes('count-differs'),
    send: (difference) => sending.mutate(difference),
  }
}
