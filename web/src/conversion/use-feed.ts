import { useRef, useState } from 'react'
import type { receivePortion } from '#conversion/contract'
import { ask } from '../api/ask.ts'
import { problemOf } from '../api/problem.ts'
import { planUpload } from '../intake/plan-upload.ts'
import { type Chosen, type Step, storeScans } from '../intake/send-batch.ts'
import { useAskAgain } from './line-query.ts'

export type Place =
  | { kind: 'end' }
  | { kind: 'after'; pageId: string }
  | { kind: 'instead'; pageId: string }

const limits = { retry_ms: [2_000, 5_000, 15_000] }

/** Scans on their way. Sent again under the same id they are the same portion. */
type Portion = { id: string; files: readonly Chosen[]; place: Place }

export type FeedState =
  | { state: 'resting' }
  | { state: 'sending'; step: Step; scans: number }
  | { state: 'broken'; error: unknown; scans: number }

export type Feed = {
  now: FeedState
  tooLarge: readonly string[]
  send: (files: readonly Chosen[], place: Place) => void
  again: () => void
  stop: () => void
}

/**
 * Sends scans to the batch: digests first, then only bytes that are missing, then the portion. While the
 * server is not reached it tries again by itself, from where it stopped.
 */
export function useFeed(batchId: string): Feed {
  const askAgain = useAskAgain()
  const [now, setNow] = useState<FeedState>({ state: 'resting' })
  const [tooLarge, setTooLarge] = useState<readonly string[]>([])
  const queue = useRef<Portion[]>([])
  const stopping = useRef<AbortController>(null)

  async function sendAll() {
    const control = new AbortController()
    stopping.current = control
    for (let [portion] = queue.current; portion !== undefined; [portion] = queue.current) {
      const scans = portion.files.length
      try {
        const progress = (step: Step) => setNow({ state: 'sending', step, scans })
        await sendPortion(batchId, portion, { signal: control.signal, progress })
        queue.current.shift()
        void askAgain(batchId)
      } catch (error) {
        stopping.current = null
        if (control.signal.aborted) queue.current = []
        setNow(control.signal.aborted ? { state: 'resting' } : { state: 'broken', error, scans })
        return
      }
    }
    stopping.current = null
    setNow({ state: 'resting' })
  }

  return {
    now,
    tooLarge,
    send(files, place) {
      const plan = planUpload(files)
      setTooLarge(plan.tooLarge.map(({ name }) => name))
      if (plan.send.length === 0) return
      queue.current.push({ id: crypto.randomUUID(), files: plan.send, place })
      if (stopping.current === null) void sendAll()
    },
    again: () => void sendAll(),
    stop: () => stopping.current?.abort(),
  }
}

type Sending = { signal: AbortSignal; progress: (step: Step) => void }

async function sendPortion(batchId: string, { id, files, place }: Portion, sending: Sending) {
  for (let tries = 0; ; tries++) {
    try {
      const scans = await storeScans({ files, ...sending })
      sending.progress({ step: 'receiving' })
      await ask<typeof receivePortion>('POST', '/line/batches/:batchId/portions', {
        params: { batchId },
        body: { id, scans, place },
        signal: sending.signal,
      })
      return
    } catch (error) {
      const wait = limits.retry_ms[tries]
      const unreached = problemOf(error).status === 0 || problemOf(error).status >= 500
      if (!unreached || wait === undefined || sending.signal.aborted) throw error
      await new Promise((done) => setTimeout(done, wait))
    }
  }
}
