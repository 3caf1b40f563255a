import { th, type WordKey } from '../words/th.ts'
import type { Say } from '../words/words.ts'

/** The word of a status code; a code without a word stands for itself. */
export function statusWord(code: string, say: Say): string {
  const key = `status.${code}`
  return isWord(key) ? say(key) : code
}

export function isWord(key: string): key is WordKey {
  return Object.hasOwn(th, key)
}
