import { arabicDigits } from './digits.ts'
import { thaiNormalize } from './normalize.ts'

/** Lower case without accents; other scripts stay as they are. */
export function bareLatin(text: string): string {
  const lower = text.toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII and Thai
  if (/^[\u0000-\u007f\u0e01-\u0e5b]*$/.test(lower)) return lower
  return lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
}

/** Spellings of one Thai sound that offices, banks and people choose freely; in this order. */
const spellings: readonly (readonly [pattern: RegExp, one: string])[] = [
  [/ph/g, 'p'], // Phon, Porn
  [/th/g, 't'],
  [/kh/g, 'k'],
  [/ck/g, 'k'],
  [/tch|ch|j/g, 'c'], // Chai, Jai
  [/sh|z/g, 's'],
  [/q/g, 'k'],
  [/v/g, 'w'], // Suvan, Suwan
  [/oo|ou/g, 'u'],
  [/ee|ii/g, 'i'],
  [/aa/g, 'a'],
  [/(?<=a|ae)[ou](?!e)/g, 'w'], // Kaeo, Kaew; Khao, Khau
  [/(?<=[aeiou])r(?=[^aeiouy]|$)/g, ''], // Porn, Pon
  [/ae/g, 'e'],
  [/oe|ue|eu/g, 'e'],
  [/y/g, 'i'],
  [/([a-z])\1+/g, '$1'],
]

/**
 * The Latin letters and the digits of a text that holds Latin letters, in one spelling for the many
 * of Thai words; an empty string when it holds none. For the registered English name and for queries.
 */
export function keyLatin(text: string): string {
  if (!/[A-Za-z\u00c0-\u024f\uff21-\uff5a]/.test(text)) return ''
  const ascii = thaiNormalize(text).replace(/[\uff21-\uff3a\uff41-\uff5a]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  )
  // Where words part, every writer chooses too.
  let key = bareLatin(arabicDigits(ascii)).replace(/[^a-z0-9]/g, '')
  for (const [pattern, one] of spellings) key = key.replace(pattern, one)
  return key
}
