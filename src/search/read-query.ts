import { digitKey, keyL2, thaiFold, thaiNormalize } from '#thai-text'
import { classed } from './page-pieces.ts'

export const limits = { digits_min: 3, page_words_max: 8, page_word_length_min: 3 }

/** What the box was taken for. */
export type TypedQuery =
  | { reading: 'nothing' }
  | { reading: 'number'; digits: string }
  | { reading: 'text'; text: string }

export function readQuery(q: string): TypedQuery {
  const text = thaiNormalize(q).trim()
  if (thaiFold(text) === '') return { reading: 'nothing' }
  const digits = digitKey(text)
  if (digits !== null && digits.length >= limits.digits_min) return { reading: 'number', digits }
  return { reading: 'text', text }
}

/** A word of a page query: its key, and the same with its digits by their class. */
export type PageWord = { key: string; ofClass: string }

/** All wanted, in any order; phrases too, each in its order; none of the unwanted. */
export type PageWords = { wanted: PageWord[]; phrases: PageWord[]; unwanted: PageWord[] }

/** `"…"` is a phrase, whose words follow each other; `-word` must not be on the page; the rest are words. */
export function readPageWords(q: string): PageWords {
  const words: PageWords = { wanted: [], phrases: [], unwanted: [] }
  const text = thaiNormalize(q).replace(/[“”„«»]/g, '"')
  for (const [, minus, phrase, word] of text.matchAll(/(?:^|(?<=\s))(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const typed = phrase ?? word ?? ''
    const key = keyL2(typed)
    if (key === '') continue
    const list =
      minus === '-' ? words.unwanted : phrase === undefined ? words.wanted : words.phrases
    const known = list.some((other) => other.key === key)
    if (!known && list.length < limits.page_words_max) list.push({ key, ofClass: classed(key) })
  }
  return words
}

/** All that must stand on a page. */
export function allWanted({ wanted, phrases }: PageWords): PageWord[] {
  return [...phrases, ...wanted]
}

export function keysWanted(words: PageWords): string[] {
  return allWanted(words).map(({ key }) => key)
}

/** Words under three letters stand on every page; they narrow an answer but cannot begin one. */
export function canBegin(words: PageWords): boolean {
  return keysWanted(words).some((word) => word.length >= limits.page_word_length_min)
}
