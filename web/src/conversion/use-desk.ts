import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type {
  countLineBatch,
  Edit,
  editLineBatch,
  OpenBatch,
  undoLineEdit,
} from '#conversion/contract'
import { ask } from '../api/ask.ts'
import { type Problem, problemOf } from '../api/problem.ts'
import { useToast } from '../widgets/toast.tsx'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { batchKey, readBatch } from './line-query.ts'
import { onlyArrived, withEdit } from './with-edit.ts'

/** Sheets counted by hand, and blank sides that the scanner left out. */
export type Count = { readonly sheets: number; readonly skipped: number }

/** An edit on its way; sent again under the same id it is the same edit. A count is the same by what it says. */
type Job = { readonly id: string; readonly edit: Edit | 'undo' | Count }

/** Waits between tries while the server is not reached; then it goes on at the last pace. */
const limits = { retry_ms: [1_000, 2_000, 5_000, 15_000] }

export type Desk = {
  /** What the server knows, with the edits on their way. */
  batch: OpenBatch
  waiting: number
  /** How often what was on its way was given up, and what the server knows shown instead. */
  lost: number
  /** Why edits are sent again and again; null while they go through. */
  trouble: Problem | null
  edit: (edit: Edit) => void
  undo: () => void
  count: (count: Count) => void
}

/**
 * Edits are shown at once and sent one after the other, each on the version that the one before made. When
 * somebody else changed the batch, edits on their way are given up, the batch is read anew, and it is said.
 */
export function useDesk(read: OpenBatch): Desk {
  const { say, language } = useWords()
  const tell = useToast()
  const queries = useQueryClient()
  const [answered, setAnswered] = useState(read)
  const [waiting, setWaiting] = useState<readonly Job[]>([])
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const [lost, setLost] = useState(0)
  const newest = useRef(read)
  const queue = useRef<Job[]>([])
  const sending = useRef(false)
  const base = answered.version > read.version ? answered : read
  newest.current = base.version >= newest.current.version ? base : newest.current

  function take(batch: OpenBatch) {
    newest.current = batch
    setAnswered(batch)
    setWaiting([...queue.current])
    queries.setQueryData(batchKey(batch.batchId), batch)
  }

  async function sendAll() {
    if (sending.current) return
    sending.current = true
    for (let [job] = queue.current; job !== undefined; [job] = queue.current) {
      try {
        const answer = await send(job, newest.current, setTrouble)
        queue.current.shift()
        take(answer)
      } catch (error) {
        await giveUp(error)
      }
    }
    sending.current = false
  }

  async function giveUp(error: unknown) {
    queue.current = []
    setLost((times) => times + 1)
    const problem = problemOf(error)
    const moved = problem.code === 'conversion.moved_meanwhile'
    const text = moved ? say('station.moved') : sayProblem(problem, language).sentence
    tell({ text, tone: 'bad' })
    const fresh = await readBatch(read.batchId).catch(() => null)
    if (fresh === null) setWaiting([])
    else take(fresh)
  }

  function add(edit: Job['edit']) {
    queue.current.push({ id: crypto.randomUUID(), edit })
    setWaiting([...queue.current])
    void sendAll()
  }

  const batch = useMemo(
    () => waiting.reduce((shown, { edit }) => (isEdit(edit) ? withEdit(shown, edit) : shown), base),
    [base, waiting],
  )
  const undo = () => add('undo')
  return { batch, waiting: waiting.length, lost, trouble, edit: add, undo, count: add }
}

/** Sends one edit, again and again while nobody answers. Pages that came meanwhile are no reason to fail. */
async function send(
  job: Job,
  seen: OpenBatch,
  onTrouble: (trouble: Problem | null) => void,
): Promise<OpenBatch> {
  let base = seen
  for (let tries = 0; ; tries++) {
    try {
      const answer = await post(job, base)
      onTrouble(null)
      return answer
    } catch (error) {
      const problem = problemOf(error)
      const { code, status } = problem
      if (code === 'conversion.moved_meanwhile') {
        const fresh = await readBatch(base.batchId)
        if (fresh.version === base.version || !onlyArrived(base, fresh)) throw error
        base = fresh
      } else if (status === 0 || status >= 500) {
        onTrouble(problem)
        const wait = limits.retry_ms[Math.min(tries, limits.retry_ms.length - 1)]
        await new Promise((done) => setTimeout(done, wait))
      } else {
        onTrouble(null)
        throw error
      }
    }
  }
}

function isEdit(edit: Job['edit']): edit is Edit {
  return edit !== 'undo' && 'kind' in edit
}

async function post({ id, edit }: Job, { batchId, version }: OpenBatch): Promise<OpenBatch> {
  const params = { batchId }
  if (edit === 'undo') {
    const body = { id, version }
    return await ask<typeof undoLineEdit>('POST', '/line/batches/:batchId/undo', { params, body })
  }
  if (!isEdit(edit)) {
    const body = edit
    return await ask<typeof countLineBatch>('POST', '/line/batches/:batchId/count', {
      params,
      body,
    })
  }
  const body = { id, version, edit }
  return await ask<typeof editLineBatch>('POST', '/line/batches/:batchId/edits', { params, body })
}
