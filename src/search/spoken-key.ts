const letters: Readonly<Record<string, string>> = {
  k: 'กขฃคฅฆ',
  g: 'ง',
  c: 'จฉชฌ',
  s: 'ซศษส',
  i: 'ญยไใ\u0e34\u0e35',
  d: 'ฎด',
  t: 'ฏฐฑฒตถทธ',
  n: 'ณน',
  b: 'บ',
  p: 'ปผพภ',
  f: 'ฝฟ',
  m: 'ม\u0e33',
  r: 'รฤ',
  l: 'ลฬ',
  w: 'ว',
  u: '\u0e38\u0e39',
  e: 'เแ\u0e36\u0e37',
}

const spoken = new Map(
  Object.entries(letters).flatMap(([sound, each]) => Array.from(each, (letter) => [letter, sound])),
)

// ร and ล that no vowel follows end a syllable, as n: พร phon, กุล kun. At the beginning they do not.
const endingRorL = /(?<=.)[รล](?![\u0e30-\u0e39เแโใไ])/g

/**
 * The consonants and close vowels of a Thai name in Latin letters, finer than L3: it orders names of one
 * skeleton. `a` and `o`, which Thai does not always write, are left out, as is `h`.
 */
export function spokenThai(core: string): string {
  const inOrder = core.replace(/([เแโใไ])([ก-ฮ])/g, '$2$1')
  return Array.from(inOrder.replace(endingRorL, 'น'), (letter) => spoken.get(letter) ?? '').join('')
}

/** The same of a name that was typed in Latin letters, from its Latin key. */
export function spokenLatin(latin: string): string {
  return latin.replace(/ng/g, 'g').replace(/[aoh]/g, '')
}
