import { thaiNormalize } from './normalize.ts'

/** L3: consonant sounds in six classes, the same for Thai and Latin spelling. */
export function keyL3(text: string): string {
  return mergeDoubles(thaiSounds(latinSounds(silenceLetters(thaiNormalize(text)))))
}

// Consonants that nobody says: under ์, with the one before it when a syllable is closed already
// (จันทร์ is chan, ศาสตร์ is sat), and the ร of ศรี, สร้าง, จริง, เพชร, สมุทร, ทร said as s.
function silenceLetters(text: string): string {
  return text
    .replace(
      /([\u0e31\u0e32\u0e34-\u0e39\u0e47][\u0e48-\u0e4b]?[ก-ฮ])[ก-ฮ](?=[ก-ฮ][\u0e34\u0e38]?\u0e4c)/g,
      '$1',
    )
    .replace(/[ก-ฮ][\u0e34\u0e38]?\u0e4c/g, '')
    .replace(/([สศ])ร(?=[\u0e31\u0e32\u0e34-\u0e39])/g, '$1')
    .replace(/(เ[สศ])ร/g, '$1')
    .replace(/จริง/g, 'จิง')
    .replace(/เพชร/g, 'เพช')
    .replace(/สมุทร/g, 'สมุท')
    .replace(/ทร(?=\u0e31พ|าย|าบ|ง|ุด)/g, 'ซ')
    .replace(/รร(?=[มค])/g, '')
    .replace(/รร/g, 'น')
}

const latinRules: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/ph/g, 'p'],
  [/th/g, 't'],
  [/kh/g, 'k'],
  [/ch|sh/g, 't'],
  [/ck/g, 'k'],
  [/s+r/g, 't'],
  [/ng/g, 'G'],
  [/[bfp]/g, 'p'],
  [/x/g, 'kt'],
  [/[gkqc]/g, 'k'],
  [/[dtszj]/g, 't'],
  [/[lrn]/g, 'n'],
  [/[^a-z0-9Gก-\u0e5b]|[aeiouvwyh]/g, ''],
  [/G/g, 'g'],
]

function latinSounds(text: string): string {
  let sounds = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  for (const [pattern, sound] of latinRules) sounds = sounds.replace(pattern, sound)
  return sounds
}

const thaiClasses: readonly (readonly [letters: string, sound: string])[] = [
  ['กขฃคฅฆ', 'k'],
  ['จฉชซฌฎฏฐฑฒดตถทธศษส', 't'],
  ['บปผฝพฟภ', 'p'],
  ['ม\u0e33', 'm'],
  ['ณนรลฬฤฦ', 'n'],
  ['ง', 'g'],
]

const soundOf = new Map(
  thaiClasses.flatMap(([letters, sound]) => Array.from(letters, (each) => [each, sound] as const)),
)

const vowelSign = /[\u0e30-\u0e39\u0e45]/
const leadingVowel = /[\u0e40-\u0e44]/

function thaiSounds(text: string): string {
  let sounds = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter <= 'z') sounds += letter
    else if (letter === 'ญ') sounds += isOnset(text, at) ? '' : 'n'
    else if (letter >= '\u0e50' && letter <= '\u0e59') sounds += letter.charCodeAt(0) - 0x0e50
    else sounds += soundOf.get(letter) ?? ''
  }
  return sounds
}

// ญ is y at the beginning of a syllable, n at its end.
function isOnset(text: string, at: number): boolean {
  const next = text[at + 1] ?? ''
  const before = text[at - 1] ?? ''
  if (vowelSign.test(next) || leadingVowel.test(before)) return true
  return before === 'ห' && leadingVowel.test(text[at - 2] ?? '')
}

function mergeDoubles(sounds: string): string {
  return sounds.replace(/([a-z])\1+/g, '$1')
}
