const thaiWords = new Intl.Segmenter('th', { granularity: 'word' })
const numeric = /^[0-9๐-๙/.,-]+$/
const marks = new Intl.Segmenter('th', { granularity: 'grapheme' })

/**
 * The words of a text, spaces among them. Typst must not break Thai lines itself (it cuts inside
 * words), so each word goes into a box and lines break between boxes only.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment } of thaiWords.segment(text)) {
    const before = words.at(-1)
    // `60-9900123-4` and `0030/123` stay on one line.
    if (before !== undefined && numeric.test(before) && numeric.test(segment)) {
      words[words.length - 1] = before + segment
    } else words.push(segment)
  }
  return words
}

/** The letters as a reader sees them: a consonant with its vowel signs and tone mark is one. */
export function lettersOf(text: string): string[] {
  return Array.from(marks.segment(text), ({ segment }) => segment)
}
