import { isConsonant } from './characters.ts'
import { thaiNormalize } from './normalize.ts'
import { silenceLetters } from './sound-key.ts'

/** How a consonant is written at the beginning of a syllable and at its end. */
const consonants = new Map<string, readonly [begins: string, ends: string]>()
for (const [letters, begins, ends] of [
  ['ก', 'k', 'k'],
  ['ขฃคฅฆ', 'kh', 'k'],
  ['ง', 'ng', 'ng'],
  ['จ', 'ch', 't'],
  ['ฉชฌ', 'ch', 't'],
  ['ซศษส', 's', 't'],
  ['ญ', 'y', 'n'],
  ['ฎด', 'd', 't'],
  ['ฏต', 't', 't'],
  ['ฐฑฒถทธ', 'th', 't'],
  ['ณน', 'n', 'n'],
  ['บ', 'b', 'p'],
  ['ป', 'p', 'p'],
  ['ผพภ', 'ph', 'p'],
  ['ฝฟ', 'f', 'p'],
  ['ม', 'm', 'm'],
  ['ย', 'y', 'i'],
  ['ร', 'r', 'n'],
  ['ลฬ', 'l', 'n'],
  ['ว', 'w', 'o'],
  ['หฮ', 'h', ''],
  ['อ', '', ''],
] as const)
  for (const letter of letters) consonants.set(letter, [begins, ends])

/** How a syllable begins: the letters, what the reading costs beside the vowel. */
const onsets = [
  ['[ก-ฮ]', 0],
  ['ห[งญนมยรลว]|อย|[กขคตปพผทบฟด]ร|[กขคปพผบฟ]ล', 0.1],
  ['[กขค]ว', 0.3],
] as const

/** After a vowel that is written first, two letters may be two syllables: เฉลิม chaloem. */
const linked = ['[กขคจฉชตถทผพศสอ][งนมยรลว]', 0.35] as const

// A consonant that bears a vowel of its own ends no syllable, and some never do.
const E = '([ก-งจชซญ-ธน-ปพฟ-วศ-สฬ](?![\u0e30-\u0e3a\u0e45\u0e47]))'

/** The vowels of Thai writing around the first consonants, and what each costs. */
const vowels = [
  ['เ', `\u0e35ย(?:ะ|${E}?)`, 'ia', 1],
  ['เ', `\u0e37อ(?:ะ|${E}?)`, 'uea', 1],
  ['เ', `อ(?:ะ|${E}?)`, 'oe', 1],
  ['เ', `\u0e34${E}`, 'oe', 1],
  ['เ', 'าะ', 'o', 1],
  ['เ', 'า', 'ao', 1],
  ['เ', `(?:\u0e47${E}|ะ)`, 'e', 1],
  ['เ', 'ย', 'oei', 1],
  ['เ', `${E}?`, 'e', 1],
  ['แ', `(?:ะ|\u0e47?${E}?)`, 'ae', 1],
  ['โ', `(?:ะ|${E}?)`, 'o', 1],
  ['ไใ', 'ย?', 'ai', 1],
  ['', `\u0e31ว(?:ะ|${E}?)`, 'ua', 1],
  ['', `ว${E}`, 'ua', 1.5],
  ['', `\u0e31(?!ว)${E}`, 'a', 1],
  ['', `ะ`, 'a', 1],
  ['', `\u0e32${E}?`, 'a', 1],
  ['', '\u0e33', 'am', 1],
  ['', `[\u0e34\u0e35]${E}?`, 'i', 1],
  ['', `[\u0e36\u0e37]อ?${E}?`, 'ue', 1],
  ['', `[\u0e38\u0e39]${E}?`, 'u', 1],
  ['', `\u0e47?อ${E}?`, 'o', 1.3],
  ['', E, 'o', 1.6],
  ['', '', 'a', 1.7],
] as const

const costs = {
  unreadable: 9,
  /** Against a consonant that ends the syllable and is said again: วัฒนา watthana. */
  twice: 0.3,
  /** A consonant that could end the syllable and begins the next one. */
  open: 0.1,
  /** A consonant without a vowel at the end of a word. */
  last: 0.7,
  /** A letter that seldom ends a syllable. */
  seldom: 0.4,
  /** The same where no vowel stands before it. */
  seldom_bare: 0.8,
  /** The same of an s. */
  s_bare: 1.8,
}
const twice = new Set('ฒฐฏชธญ')
const sibilants = new Set('ซศษส')
const seldom = new Set('ขคฆชซฐฒถธพฟภศษสฏทตจ')

type Shape = {
  before: string
  pattern: RegExp
  begins: (letters: string) => string
  vowel: string
  cost: number
}

const shapes: readonly Shape[] = vowels.flatMap(([before, after, vowel, cost]) => {
  const shape = ([letters, more]: readonly [string, number], begins: Shape['begins']): Shape => ({
    before,
    pattern: new RegExp(`${before === '' ? '' : `[${before}]`}(${letters})${after}`, 'y'),
    begins,
    vowel,
    cost: cost + more,
  })
  const own = onsets.map((onset) => shape(onset, together))
  return before === '' || vowel === 'ao' ? own : [...own, shape(linked, apart)]
})

/** By the letter that stands first: vowels that do, and all other letters. */
const withVowelFirst = new Map(
  Array.from('เแโไใ', (vowel) => [vowel, shapes.filter(({ before }) => before.includes(vowel))]),
)
const withoutVowelFirst = shapes.filter(({ before }) => before === '')

/** The letters at the beginning of a syllable; a silent ห or อ before another only lifts its tone. */
function together(letters: string): string {
  const said = letters.length > 1 ? letters.replace(/^[หอ]/, '') : letters
  return Array.from(said, (letter) => consonants.get(letter)?.[0] ?? '').join('')
}

function apart(letters: string): string {
  return Array.from(letters, together).join('a')
}

// A silenced letter ends a word, but not the ร of เวิร์ค.
const wordEnd = /(?<![\u0e30-\u0e39อเแ]ร)\u0e4c/g
const tones = /[\u0e48-\u0e4b\u0e4c\u0e4d\u0e4e\u0e3a]/g

/**
 * A Thai name in Latin letters, near to the official romanisation: what the letters say by the rules of
 * spelling, without knowing any word. Other letters and digits stay.
 */
export function romanise(text: string): string {
  return silenceLetters(thaiNormalize(text).replace(wordEnd, '\u0e4c\u200b'))
    .replace(tones, '')
    .replace(/[\u0e01-\u0e5b]+/g, readRun)
    .replaceAll('\u200b', '')
}

type Read = { cost: number; text: string }

/** Of all ways to part a run of letters into syllables, the one that costs least. */
function readRun(run: string): string {
  const best: (Read | undefined)[] = [{ cost: 0, text: '' }]
  for (let at = 0; at < run.length; at++) {
    const here = best[at]
    if (here === undefined) continue
    for (const { end, cost, text } of syllablesAt(run, at)) {
      const total = here.cost + cost
      const before = best[end]
      if (before === undefined || total < before.cost)
        best[end] = { cost: total, text: here.text + text }
    }
  }
  return best[run.length]?.text ?? ''
}

function* syllablesAt(run: string, at: number): Generator<Read & { end: number }> {
  // A sign that no syllable takes is left out.
  yield { end: at + 1, cost: costs.unreadable, text: '' }
  const possible = withVowelFirst.get(run[at] ?? '') ?? withoutVowelFirst
  for (const { pattern, begins, vowel, cost: usual } of possible) {
    pattern.lastIndex = at
    const match = pattern.exec(run)
    if (match === null) continue
    const [whole, letters = '', ends] = match
    const end = at + whole.length
    const open = begins(letters) + vowel
    const bare = whole === letters && end === run.length
    const cost = usual + (bare ? costs.last : 0)
    if (ends === undefined) {
      yield { end, cost, text: open }
      continue
    }
    const closed = open + (consonants.get(ends)?.[1] ?? '')
    yield { end, cost: cost + costOfEnding(ends, whole === letters + ends), text: closed }
    if (twice.has(ends) && isConsonant(run.charCodeAt(end)))
      yield { end, cost: cost + costs.twice, text: `${closed}${together(ends)}a` }
    if (vowel !== 'o' && whole.endsWith(ends))
      yield { end: end - 1, cost: cost + costs.open, text: open }
  }
}

function costOfEnding(letter: string, isBare: boolean): number {
  if (!seldom.has(letter)) return 0
  if (!isBare) return costs.seldom
  return sibilants.has(letter) ? costs.s_bare : costs.seldom_bare
}
