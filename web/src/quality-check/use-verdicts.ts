import { useRef, useState } from 'react'
import type { judgeDocument, OpenCheck, undoVerdict, Verdict } from '#conversion/contract'
import { ask } from '../api/ask.ts'
import { type Problem, problemOf } from '../api/problem.ts'
import { useToast } from '../widgets/toast.tsx'
import { sayProblem } from '../words/problem-words.ts'
import { useWords } from '../words/words.ts'
import { type Judgements, judged, judgementsOf, restored, takenBack } from './judgements.ts'

/** A verdict or its taking back on the way; sent again under the same id it counts once. */
type Job =
  | { id: string; kind: 'judge'; documentId: string; verdict: Verdict; before: Verdict | null }
  | { id: string; kind: 'undo'; shown: boolean }

const limits = { retry_ms: [1_000, 2_000, 5_000, 15_000] }

export type Verdicts = {
  now: Judgements
  waiting: number
  /** Why verdicts are sent again and again; null while they go through. */
  trouble: Problem | null
  judge: (documentId: string, verdict: Verdict) => void
  /** Takes back the last verdict. */
  undo: () => void
}

/**
 * Verdicts show at once and are sent behind the screen, one after the other. One that the server refuses is
 * told, and `comeBack` names its document; while nobody answers it is sent again.
 */
export function useVerdicts(check: OpenCheck, comeBack: (documentId: string) => void): Verdicts {
  const { language } = useWords()
  const tell = useToast()
  const [now, setNow] = useState(() => judgementsOf(check.documentList))
  const [waiting, setWaiting] = useState(0)
  const [trouble, setTrouble] = useState<Problem | null>(null)
  const queue = useRef<Job[]>([])
  const sending = useRef(false)

  async function sendAll() {
    if (sending.current) return
    sending.current = true
    for (let [job] = queue.current; job !== undefined; [job] = queue.current) {
      try {
        const documentId = await send(check.batchId, job, setTrouble)
        // What was given before this screen was opened is known only to the server.
        if (job.kind === 'undo' && !job.shown && documentId !== null) {
          setNow((held) => restored(held, documentId, null))
          comeBack(documentId)
        }
      } catch (error) {
        tell({ text: sayProblem(problemOf(error), language).sentence, tone: 'bad' })
        const refused = job
        if (refused.kind === 'judge') {
          setNow((held) => restored(held, refused.documentId, refused.before))
          comeBack(refused.documentId)
        }
      }
      queue.current.shift()
      setWaiting(queue.current.length)
    }
    sending.current = false
  }

  function add(job: Job) {
    queue.current.push(job)
    setWaiting(queue.current.length)
    void sendAll()
  }

  return {
    now,
    waiting,
    trouble,
    judge(documentId, verdict) {
      const before = now.verdicts.get(documentId) ?? null
      setNow((held) => judged(held, documentId, verdict))
      add({ id: crypto.randomUUID(), kind: 'judge', documentId, verdict, before })
    },
    undo() {
      const last = takenBack(now)
      if (last !== null) {
        setNow(last.left)
        comeBack(last.documentId)
      }
      add({ id: crypto.randomUUID(), kind: 'undo', shown: last !== null })
    },
  }
}

/** Gives the document whose verdict was taken back; null for a verdict. */
async function send(
  batchId: string,
  job: Job,
  onTrouble: (trouble: Problem | null) => void,
): Promise<string | null> {
  for (let tries = 0; ; tries++) {
    try {
      const documentId = await post(batchId, job)
      onTrouble(null)
      return documentId
    } catch (error) {
      const problem = problemOf(error)
      const refused = problem.status !== 0 && problem.status < 500
      onTrouble(refused ? null : problem)
      if (refused) throw error
      const wait = limits.retry_ms[Math.min(tries, limits.retry_ms.length - 1)]
      await new Promise((done) => setTimeout(done, wait))
    }
  }
}

async function post(batchId: string, job: Job): Promise<string | null> {
  const params = { batchId }
  if (job.kind === 'undo') {
    const body = { id: job.id }
    const path = '/line/checks/:batchId/undo'
    return (await ask<typeof undoVerdict>('POST', path, { params, body })).documentId
  }
  const body = { id: job.id, documentId: job.documentId, ...job.verdict }
  await ask<typeof judgeDocument>('POST', '/line/checks/:batchId/verdicts', { params, body })
  return null
}
