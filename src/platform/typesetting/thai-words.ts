const thaiWords = new Intl.Segmenter('th', { granularity: 'word' })
const numeric = /^[0-9๐-๙/.,-]+$/
const opening = /[(“‘[]$/
const closing = /^[)”’\],.ๆฯ]/

/**
 * The words of a text, spaces among them. Typst must not break Thai lines itself (it cuts inside
 * words), so a template puts each word into a box and lines break between boxes only.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of thaiWords.segment(text)) {
    const before = words.at(-1)
    if (before !== undefined && staysWith(before, segment)) words[words.length - 1] += segment
    else words.push(segment)
  }
  return words
}

/** `60-9900123-4` and `0030/123` stay on one line, and a bracket with what it holds. */
function staysWith(before: string, segment: string): boolean {
  if (before === ' ' || segment === ' ') return false
  if (numeric.test(before) && numeric.test(segment)) return true
  return opening.test(before) || closing.test(segment)
}
