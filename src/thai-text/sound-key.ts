import { isFollowingVowel, isLeadingVowel } from './characters.ts'
import { bareLatin } from './latin-key.ts'
import { thaiNormalize } from './normalize.ts'

/**
 * L3: the consonant sounds in the classes k t p n m g, the same for Thai and for Latin spelling:
 * นครสวรรค์ and Nakhon Sawan are both `nkntn`. Digits stay. For a name, give its core.
 */
export function keyL3(text: string): string {
  const normal = thaiNormalize(text)
  return skeleton(latinSounds(silenceLetters(normal)))
}

type SilentRule = readonly [trigger: string, pattern: RegExp, said: string]

/** Letters that are written and not said, in this order; a text without the trigger skips the rule. */
const silentRules: readonly SilentRule[] = [
  ['\u0e4c', /(?<=[ก-ฮ])(?:[ทตดฎ]ร|ษณ|จน)\u0e4c/g, ''], // จันทร์ chan, ศาสตร์ sat, ลักษณ์ lak
  ['\u0e4c', /[ก-ฮ][\u0e34\u0e38]?\u0e4c/g, ''],
  ['ทร', /ทร(?=\u0e31พ|าย|าบ|ง|\u0e38ด)/g, 'ซ'], // ทรัพย์ sap
  ['ทร', /(?<=ไ)ทร|(?<=เ|พ\u0e38)ทร(?=า)/g, 'ซ'], // ไทร sai, พุทรา phutsa
  ['สร', /สร(?=[\u0e48\u0e49\u0e31\u0e32\u0e34-\u0e39]|ะ(?!บ\u0e38ร\u0e35))|(?<=เ)สร/g, 'ส'], // สร้าง sang
  ['ศร', /ศร(?=[\u0e48\u0e49\u0e31\u0e32\u0e34-\u0e39])|(?<=เ)ศร/g, 'ส'], // ศรี si
  ['จร\u0e34ง', /จร(?=\u0e34ง)/g, 'จ'],
  ['า', /(?<=[ชธ]า)ต[\u0e34\u0e38]/g, 'ต'], // ชาติ chat, ธาตุ that
  ['พรหม', /พรหม/g, 'พรม'],
  ['เพชร', /เพชร/g, 'เพด'],
  ['สม\u0e38ทร', /สม\u0e38ทร/g, 'สม\u0e38ท'],
  ['เกษตร', /เกษตร/g, 'กะเสด'],
  ['เก\u0e35ยรต\u0e34', /เก\u0e35ยรต\u0e34/g, 'เก\u0e35ยต'],
  ['ร', /(?<=[\u0e31\u0e34-\u0e39][ตทกช])ร(?=$| )/g, ''], // มิตร mit, บัตร bat
  ['ตร', /(?<=[\u0e32เแโ][ก-ฮ]?)ตร(?=$| )/g, 'ต'], // เนตร net, บาตร bat
  ['รร', /รรณ(?=$| )/g, '\u0e31น'], // สุวรรณ suwan
  ['รร', /รร(?=ม)|(?<=[มพ]|(?<!ส)ว)รร(?=ค)/g, '\u0e31'], // ธรรม tham, พรรค phak
  ['รร', /รร/g, '\u0e31น'],
]

export function silenceLetters(text: string): string {
  let said = text
  for (const [trigger, pattern, replacement] of silentRules) {
    if (said.includes(trigger)) said = said.replace(pattern, replacement)
  }
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

// By UTF-16 unit; a letter without a class has no sound in the skeleton.
const soundOf = tableOfSounds()
const YO_YING = 0x0e0d

function tableOfSounds(): readonly string[] {
  const table = Array.from({ length: 0x0e5c }, (_, code) => {
    const character = String.fromCharCode(code)
    return /[a-z0-9]/.test(character) ? character : ''
  })
  for (const [sound, letters] of thaiClasses) {
    for (const letter of letters) table[letter.charCodeAt(0)] = sound
  }
  return table
}

/** The classes of all letters; a class in a row counts once, a digit each time. */
function skeleton(text: string): string {
  let sounds = ''
  let last = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const sound = code === YO_YING ? (isOnset(text, at) ? '' : 'n') : (soundOf[code] ?? '')
    if (sound === '' || (sound === last && sound >= 'a')) continue
    sounds += sound
    last = sound
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
