const marks = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** The letters as a reader sees them: a consonant with its vowel signs and tone mark is one. */
export function lettersOf(text: string): string[] {
  return Array.from(marks.segment(text), ({ segment }) => segment)
}
