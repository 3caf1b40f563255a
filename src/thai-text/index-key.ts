import { foldWithMap, type Mapped, thaiFold } from './fold.ts'

/**
 * One ASCII letter for each class of Thai letters that look or sound alike, so that a trigram index
 * holds plain ASCII: exact, and the same on every database and locale.
 */
const letterClasses: Readonly<Record<string, string>> = {
  a: 'กถภฤฦ',
  b: 'บปษ',
  n: 'นมฆณ',
  k: 'คตดศ',
  c: 'ขชซ',
  p: 'พผฟฝฬ',
  t: 'ทฑห',
  s: 'สล',
  y: 'ยญฌ',
  o: 'อฮ',
  r: 'รธฐ',
  w: 'ว',
  g: 'ง',
  j: 'จฉ',
  d: 'ฎฏฒ',
  i: '\u0e34\u0e35\u0e36\u0e37',
  u: '\u0e38\u0e39',
  x: 'า\u0e33',
  z: 'ะ',
  v: '\u0e31',
  e: 'เแ',
  l: 'โใไ',
}

type Table = readonly string[] // by UTF-16 unit of the fold; all others have no place in the key

const table = tableOf(letterClasses)

function tableOf(classes: Readonly<Record<string, string>>): Table {
  const letters = Array.from({ length: 0x0e5c }, (_, code) => {
    const character = String.fromCharCode(code)
    return /[a-z0-9]/.test(character) ? character : ''
  })
  for (const [key, members] of Object.entries(classes)) {
    for (const member of members) letters[member.charCodeAt(0)] = key
  }
  return letters
}

/** L2: the ASCII index key, letters and digits only. For a name, give its core. */
export function keyL2(text: string): string {
  const folded = thaiFold(text)
  let key = ''
  for (let at = 0; at < folded.length; at++) key += table[folded.charCodeAt(at)] ?? ''
  return key
}

/** `keyL2(text)` with the way back into `text`. */
export function keyL2WithMap(text: string): Mapped {
  const mapped = foldWithMap(text)
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < mapped.folded.length; at++) {
    const character = table[mapped.folded.charCodeAt(at)] ?? ''
    if (character === '') continue
    folded += character
    starts.push(mapped.starts[at] ?? 0)
    ends.push(mapped.ends[at] ?? 0)
  }
  return { folded, starts, ends }
}
