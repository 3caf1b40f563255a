import { thaiFold } from './fold.ts'
import { thaiNormalize } from './normalize.ts'

const words = new Intl.Segmenter('th', { granularity: 'word' })

/**
 * The folded words of a line, for snippets and exact-word filters. Dictionary words break under
 * recognition errors, so recall never hangs on them, and names are not searched by them.
 */
export function segmentWords(text: string): string[] {
  return Array.from(words.segment(thaiNormalize(text)), ({ segment }) => thaiFold(segment)).filter(
    (word) => word !== '',
  )
}
