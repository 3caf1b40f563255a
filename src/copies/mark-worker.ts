import { join } from 'node:path'
import { startTypesetter } from '#platform/typesetting'
import type { MarkWords } from './mark-words.ts'

/** The module that the child runs: setting Thai takes a second at its start. */
export function createAnswer(): (words: MarkWords) => Promise<Uint8Array> {
  const typesetter = startTypesetter({
    folder: join(import.meta.dirname, 'templates'),
    template: 'mark.typ',
    fonts: ['sarabun'],
  })
  return async (words) => typesetter.pdf(JSON.stringify(words)).pdf
}
