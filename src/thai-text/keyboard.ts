import { isConsonant } from './characters.ts'
import { thaiFold } from './fold.ts'

/** Keys by position, unshifted and shifted: the n-th of one line is the n-th of the other. */
const layouts = {
  us: [
    "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
    '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?',
  ],
  kedmanee: [
    '_ๅ/-ภถ\u0e38\u0e36คตจขชๆไ\u0e33พะ\u0e31\u0e35รนยบลฃฟหกดเ\u0e49\u0e48าสวงผปแอ\u0e34\u0e37ทมใฝ',
    '%+๑๒๓๔\u0e39฿๕๖๗๘๙๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅฤฆฏโฌ\u0e47\u0e4bษศซ.()ฉฮ\u0e3a\u0e4c?ฒฬฦ',
  ],
}

const toThai = keyMap(layouts.us, layouts.kedmanee)
const toAscii = keyMap(layouts.kedmanee, layouts.us)

function keyMap(from: readonly string[], to: readonly string[]): ReadonlyMap<string, string> {
  const target = to.join('')
  return new Map(Array.from(from.join(''), (key, at) => [key, target[at] ?? '']))
}

function retype(text: string, map: ReadonlyMap<string, string>): string {
  return Array.from(text, (character) => map.get(character) ?? character).join('')
}

/**
 * What the same keys give on the other layout (Kedmanee or US QWERTY), or null when that says
 * nothing. Takes the raw text, before normalizing. Offered to a person, never applied.
 */
export function otherLayout(text: string): string | null {
  const ascii = /^[\x20-\x7e]*$/.test(text)
  return ascii ? asThai(text) : asAscii(text)
}

function asThai(text: string): string | null {
  if (!/[a-z]/i.test(text)) return null
  const capitals = /[A-Z]/.test(text) && !/[a-z]/.test(text)
  const readings = capitals ? [text.toLowerCase(), text] : [text]
  const thai = readings.map((reading) => retype(reading, toThai)).find(isPlausibleThai)
  return thai?.trim() ?? null
}

function asAscii(text: string): string | null {
  const ascii = retype(text, toAscii)
  if (!/^[\x20-\x7e]+$/.test(ascii)) return null
  const digits = ascii.match(/\d/g)?.length ?? 0
  const number = digits >= 3 && /^[\d \-/.()]+$/.test(ascii)
  const word = /^[a-z '.-]+$/i.test(ascii) && /[aeiou]/i.test(ascii) && !isPlausibleThai(text)
  return number || word ? ascii.trim() : null
}

const cluster =
  '(?:ฤๅ|[เแโใไ]?[ก-ฮ][\u0e31\u0e34-\u0e37\u0e47\u0e38\u0e39]?[\u0e48-\u0e4b]?\u0e4c?[ะา\u0e33]?)'
const plausible = new RegExp(`^(?:${cluster}|[0-9๐-๙ .\\-/()ๆฯ])+$`)

/** Whether a text is made of whole Thai clusters; spelling is not looked at. */
function isPlausibleThai(text: string): boolean {
  if (!plausible.test(text) || /^[ ]*[ๆฯ]/.test(text)) return false
  const folded = thaiFold(text)
  return folded.length >= 2 && Array.from(folded).some((each) => isConsonant(each.charCodeAt(0)))
}
