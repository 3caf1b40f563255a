import type { Random } from '#sample-office'
import { keyL2, splitLegalName } from '#thai-text'
import { fullName, type Person } from '../../src/sample-office/people.ts'
import type { PageText } from './page-texts.ts'

/** What a clerk looks a page up by, taken from what truly stands on it; null where it holds no such thing. */
export type PageQueryClass = { name: string; of(page: PageText, random: Random): string | null }

const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

export const pageQueryClasses: readonly PageQueryClass[] = [
  { name: 'employer', of: (page) => onPage(page, page.employer.nameTh) },
  { name: 'person', of: (page, random) => person(page, random) },
  {
    name: 'person, no marks',
    of: (page, random) => person(page, random)?.replace(/[\u0e47-\u0e4e]/g, '') ?? null,
  },
  {
    name: 'address',
    of: (page) => {
      const { houseNo, subdistrict, district } = page.employer.address
      const parts = [`เลขที่ ${houseNo}`, subdistrict, district]
      return parts.every((part) => onPage(page, part) !== null) ? parts.join(' ') : null
    },
  },
  {
    name: '13 digits',
    of: (page) =>
      page.clean
        .join(' ')
        .match(/[0-9][0-9-]{11,18}[0-9]/g)
        ?.find((number) => number.replace(/-/g, '').length === 13) ?? null,
  },
  {
    name: 'person and employer',
    of: (page, random) => {
      const someone = person(page, random)
      const firm = splitLegalName(page.employer.nameTh).core
      return someone === null || onPage(page, firm) === null ? null : `${someone} ${firm}`
    },
  },
  { name: 'seven words', of: (page, random) => words(page, 7, random) },
]

/** Whole words that run on for 24 letters to 40 around something of this employer. */
export function aPhrase(page: PageText, random: Random): string | null {
  const text = page.clean.join(' ')
  const anchor = person(page, random) ?? onPage(page, page.employer.nameTh)
  if (anchor === null) return null
  const at = text.indexOf(anchor)
  if (at < 0) return null
  const length = random.between(24, 40)
  const earliest = Math.max(0, at - random.between(0, Math.max(0, length - 18)))
  const borders = [...segmenter.segment(text)].map(({ index }) => index)
  const start = borders.find((border) => border >= earliest) ?? 0
  const end = borders.findLast((border) => border <= start + length) ?? text.length
  const phrase = text.slice(start, end).trim()
  return keyL2(phrase).length < 14 ? null : phrase.replace(/"/g, '')
}

function person({ clean, facts }: PageText, random: Random): string | null {
  const { signatory, attorney, landlord, officer, staff, committee } = facts
  const people: Person[] = [signatory, attorney, landlord, officer, ...staff, ...committee]
  const names = people.map(fullName).filter((name) => clean.some((line) => line.includes(name)))
  return names.length === 0 ? null : random.pick(names)
}

function onPage({ clean }: PageText, words: string): string | null {
  return words !== '' && clean.some((line) => line.includes(words)) ? words : null
}

function words({ clean }: PageText, count: number, random: Random): string | null {
  const long = clean.filter((text) => text.length > 40)
  if (long.length === 0) return null
  const line = random.pick(long)
  const segments = [...segmenter.segment(line)]
  const start = random.between(0, Math.max(0, segments.length - count * 2))
  let taken = 0
  let phrase = ''
  for (const { segment, isWordLike } of segments.slice(start)) {
    if (taken === count) break
    phrase += segment
    if (isWordLike) taken++
  }
  return taken < count ? null : phrase.trim()
}
