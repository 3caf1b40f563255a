import type { WordKey } from '../words/th.ts'
import type { Say } from '../words/words.ts'

const named = [
  'certification.certify-batch',
  'conversion.arrange-portion',
  'conversion.read-page',
  'intake.examine-batch',
  'redactions.index-covered',
  'search.refill-employers',
  'search.refill-pages',
  'search.seal-pages',
  'text-recognition.check-reading',
  'text-recognition.read-again',
  'text-recognition.read-page',
] as const

function keyOf(kind: 'queue' | 'holds', queue: string): WordKey | null {
  const known = named.find((name) => name === queue)
  return known === undefined ? null : `${kind}.${known}`
}

/** What a queue does, in the office's words; one that is too new for them goes by its name. */
export function sayQueue(queue: string, say: Say): string {
  const key = keyOf('queue', queue)
  return key === null ? queue : say(key)
}

/** What does not happen while a queue rests. */
export function sayHolds(queue: string, say: Say): string {
  const key = keyOf('holds', queue)
  return key === null ? queue : say(key)
}
