import { isFollowingVowel, isLeadingVowel } from './characters.ts'
import { bareLatin } from './latin-key.ts'
import { thaiNormalize } from './normalize.ts'

/**
 * L3: the consonant sounds in the classes k t p n m g, the same for Thai and for Latin spelling:
 * นครสวรรค์ and Nakhon Sawan are both `nkntn`. Digits stay. For a name, give its core.
 */
export function keyL3(text: string): string {
  const normal = thaiNormalize(text)
  return mergeDoubles(thaiSounds(latinSounds(silenceLetters(normal))))
}

/** Letters that are written and not said, and รร; in this order. */
const silentRules: readonly (readonly [pattern: RegExp, said: string])[] = [
  [/(?<=[ก-ฮ])(?:[ทตด]ร|ษณ|จน)\u0e4c/g, ''], // จันทร์ chan, ศาสตร์ sat, ลักษณ์ lak
  [/[ก-ฮ][\u0e34\u0e38]?\u0e4c/g, ''],
  [/ทร(?=\u0e31พ|าย|าบ|ง|\u0e38ด)|(?<=ไ)ทร|(?<=เ)ทร(?=า)|(?<=พ\u0e38)ทร(?=า)/g, 'ซ'], // ทรัพย์ sap, ไทร sai
  [/(?<=[สศ])ร(?=[\u0e48\u0e49\u0e31\u0e32\u0e34-\u0e39]|ะ(?!บ\u0e38ร\u0e35))/g, ''], // ศรี si, สร้าง sang
  [/(?<=เ[สศ])ร/g, ''], // เสริม soem
  [/(?<=จ)ร(?=\u0e34ง)|(?<=เพช)ร|(?<=สม\u0e38ท)ร|(?<=เกษต)ร/g, ''],
  [/(?<=[\u0e31\u0e34-\u0e39][ตทกช])ร(?=$| )/g, ''], // มิตร mit, บัตร bat
  [/(?<=เก\u0e35ย)รต\u0e34/g, 'ต'], // เกียรติ kiat
  [/รร(?=ม)|(?<=[มพ]|(?<!ส)ว)รร(?=ค)/g, ''], // ธรรม tham, พรรค phak
  [/รร/g, 'น'],
]

function silenceLetters(text: string): string {
  if (!text.includes('ร') && !text.includes('\u0e4c')) return text
  let said = text
  for (const [pattern, replacement] of silentRules) said = said.replace(pattern, replacement)
  return said
}

const latinRules: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/sr/g, 's'], // Sri is ศรี
  [/[cs]h/g, 't'],
  [/ng/g, 'G'],
  [/x/g, 'kt'],
  [/[kgqc]/g, 'k'],
  [/[tdszj]/g, 't'],
  [/[pbf]/g, 'p'],
  [/[nlr]/g, 'n'],
  [/[aeiouvwyh]/g, ''],
  [/G/g, 'g'],
]

function latinSounds(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text
  let sounds = bareLatin(text)
  for (const [pattern, sound] of latinRules) sounds = sounds.replace(pattern, sound)
  return sounds
}

const thaiClasses: readonly (readonly [sound: string, letters: string])[] = [
  ['k', 'กขฃคฅฆ'],
  ['t', 'จฉชซฌฎฏฐฑฒดตถทธศษส'],
  ['p', 'บปผฝพฟภ'],
  ['m', 'มำ'],
  ['n', 'ณนรลฬฤฦ'],
  ['g', 'ง'],
  ...Array.from('๐๑๒๓๔๕๖๗๘๙', (digit, value) => [String(value), digit] as const),
]

const soundOf = new Map(
  thaiClasses.flatMap(([sound, letters]) => Array.from(letters, (each) => [each, sound] as const)),
)

function thaiSounds(text: string): string {
  let sounds = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (/[a-z0-9]/.test(letter)) sounds += letter
    else if (letter === 'ญ') sounds += isOnset(text, at) ? '' : 'n'
    else sounds += soundOf.get(letter) ?? ''
  }
  return sounds
}

// ญ is y at the beginning of a syllable and n at its end: หญิง ying, เจริญ charoen, ปัญญา panya.
function isOnset(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 1)
  const before = text.charCodeAt(at - 1)
  const vowelFollows = isFollowingVowel(after) || (after >= 0x0e31 && after <= 0x0e39)
  return vowelFollows || isLeadingVowel(before) || text[at - 1] === 'ห'
}

// Only letters: 11 is not 1.
function mergeDoubles(sounds: string): string {
  return sounds.replace(/([a-z])\1+/g, '$1')
}
