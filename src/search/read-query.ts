import { digitKey, keyPage, thaiFold, thaiNormalize } from '#thai-text'

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

/** Words of a page query as page keys: all wanted, none of the unwanted. */
export type PageWords = { wanted: string[]; phrases: string[]; unwanted: string[] }

/** `"…"` is a phrase, found as it stands; `-word` must not be on the page; the rest are words. */
export function readPageWords(q: string): PageWords {
  const words: PageWords = { wanted: [], phrases: [], unwanted: [] }
  const text = thaiNormalize(q).replace(/[“”„«»]/g, '"')
  for (const [, minus, phrase, word] of text.matchAll(/(?:^|(?<=\s))(-?)(?:"([^"]*)"?|(\S+))/g)) {
    const key = keyPage(phrase ?? word ?? '')
    if (key === '') continue
    if (minus === '-') words.unwanted.push(key)
    else (phrase === undefined ? words.wanted : words.phrases).push(key)
  }
  words.wanted = [...new Set(words.wanted)].slice(0, limits.page_words_max)
  words.phrases = [...new Set(words.phrases)].slice(0, limits.page_words_max)
  words.unwanted = [...new Set(words.unwanted)].slice(0, limits.page_words_max)
  return words
}

/** Words under three letters stand on every page; they narrow an answer but cannot begin one. */
export function canBegin({ wanted, phrases }: PageWords): boolean {
  return [...wanted, ...phrases].some((word) => word.length >= limits.page_word_length_min)
}
