import type { Employer, Random } from '#sample-office'
import { splitLegalName } from '#thai-text'
import { freelyRomanised, romanised } from './romanised.ts'

/** Ways in which people write down, misremember or mistype what they look for. */
export type NameQueries = { name: string; of(employer: Employer, random: Random): string | null }

const thai =
  '_ๅ/-ภถ\u0e38\u0e36คตจขชๆไ\u0e33พะ\u0e31\u0e35รนยบลฃฟหกดเ\u0e49\u0e48าสวงผปแอ\u0e34\u0e37ทมใฝ%+๑๒๓๔\u0e39฿๕๖๗๘๙๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅฤฆฏโฌ\u0e47\u0e4bษศซ.()ฉฮ\u0e3a\u0e4c?ฒฬฦ'
const us =
  '`1234567890-=qwertyuiop[]\\asdfghjkl;\'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'

const homophones = ['ศษส', 'ณน', 'ทธฒฑ', 'ภพ', 'ซทร', 'ญย', 'ใไ', 'ฐถ', 'ขฃค']
const lookalikes = ['กถภ', 'บปษ', 'นมฆ', 'คตดศ', 'ขชซ', 'พผฟฝ', 'ทฑห', 'สล', 'อฮ', 'ิีึื', 'ุู', 'จฉ']

export const nameQueries: readonly NameQueries[] = [
  { name: 'exact', of: ({ nameTh }) => nameTh },
  {
    name: 'prefix variants',
    of: ({ nameTh }, random) =>
      `${['บจก. ', 'บ. ', 'หจก. ', ''][random.between(0, 3)]}${core(nameTh)}`,
  },
  { name: 'lost marks', of: ({ nameTh }) => nameTh.replace(/[\u0e47-\u0e4d]/g, '') },
  { name: 'one typo', of: ({ nameTh }, random) => typo(core(nameTh), random) },
  { name: 'two typos', of: ({ nameTh }, random) => typo(typo(core(nameTh), random), random) },
  { name: 'homophones', of: ({ nameTh }, random) => swap(core(nameTh), homophones, 0.25, random) },
  { name: 'misread 8 %', of: ({ nameTh }, random) => swap(core(nameTh), lookalikes, 0.08, random) },
  {
    name: 'misread 15 %',
    of: ({ nameTh }, random) => swap(core(nameTh), lookalikes, 0.15, random),
  },
  {
    name: 'spaces elsewhere',
    of: ({ nameTh }) =>
      core(nameTh)
        .replace(/ /g, '')
        .replace(/(.{5})/u, '$1 '),
  },
  { name: 'wrong keyboard', of: ({ nameTh }) => onUsKeys(core(nameTh)) },
  { name: 'English name', of: ({ nameEn }) => nameEn || null },
  {
    name: 'official romanisation',
    of: ({ nameTh, nameEn }) => (nameEn ? null : romanised(core(nameTh))),
  },
  {
    name: 'free romanisation',
    of: ({ nameTh, nameEn }, random) => (nameEn ? null : freelyRomanised(core(nameTh), random)),
  },
  {
    name: 'account fragment',
    of: ({ accountNo }, random) => fragment(accountNo, random),
  },
  {
    name: 'juristic fragment',
    of: ({ juristicNo }, random) => (juristicNo ? fragment(juristicNo, random) : null),
  },
]

function core(name: string): string {
  return splitLegalName(name).core
}

function fragment(digits: string, random: Random): string {
  const at = random.between(0, digits.length - 7)
  return digits.slice(at, at + random.between(7, digits.length - at))
}

function typo(text: string, random: Random): string {
  const at = random.between(0, Math.max(0, text.length - 2))
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)]
  switch (random.between(0, 3)) {
    case 0:
      return `${before}${neighbour(letter, random)}${after}`
    case 1:
      return `${before}${after}`
    case 2:
      return `${before}${letter}${neighbour(letter, random)}${after}`
    default:
      return `${before}${after[0] ?? ''}${letter}${after.slice(1)}`
  }
}

function neighbour(letter: string, random: Random): string {
  const at = thai.indexOf(letter)
  return at < 0 ? letter : (thai[at + (random.chance(0.5) ? 1 : -1)] ?? letter)
}

function swap(text: string, groups: readonly string[], share: number, random: Random): string {
  return Array.from(text, (letter) => {
    const group = groups.find((members) => members.includes(letter))
    if (group === undefined || !random.chance(share)) return letter
    return group[random.between(0, group.length - 1)] ?? letter
  }).join('')
}

function onUsKeys(text: string): string {
  return Array.from(text, (letter) => {
    const at = thai.indexOf(letter)
    return at < 0 ? letter : (us[at] ?? letter)
  }).join('')
}
