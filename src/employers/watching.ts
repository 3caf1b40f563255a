import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

/** `done` of `all`: bytes while reading, rows while deciding, employers while recording. */
export type ImportProgress = {
  phase: 'reading' | 'deciding' | 'recording'
  done: number
  all: number
}

/** Who follows an import, and who may stop it. */
export type Watching = { progress(state: ImportProgress): void; signal?: AbortSignal }

/** @throws Refusal `employers.import_cancelled`; looked at between chunks and before the act is taken */
export function stopWhenCancelled({ signal }: Watching): void {
  if (signal?.aborted) throw new Refusal(refusals.import_cancelled)
}
