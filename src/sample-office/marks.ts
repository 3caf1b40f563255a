import type { OfficeDate } from '#kernel'
import type { Point } from './blocks.ts'
import { shortDate } from './dates.ts'
import { aScribble, type EmployerFacts } from './employer-facts.ts'
import { fullName } from './people.ts'
import type { Random } from './random.ts'
import { lettersOf } from './text.ts'

/** What was put onto the paper by hand: a stamp at a place in millimetres, a little askew. */
export type Mark = { page: number; x: number; y: number; angle: number; colour: string } & (
  | { is: 'round-stamp'; letters: readonly string[]; middle: string }
  | { is: 'copy-box'; name: string; points: readonly Point[] }
  | { is: 'received-stamp'; lines: readonly string[] }
)

const inks = { company: ['#7a2a9a', '#b3202c', '#24489c'], copy: '#22348c', office: '#b3202c' }

/** Stamps as such papers carry them: the firm's seal, "certified true copy", the office's receiving stamp. */
export function marksFor(
  facts: EmployerFacts,
  { documentType, pages, date }: { documentType: string; pages: number; date: OfficeDate },
  random: Random,
): Mark[] {
  const marks: Mark[] = []
  const slant = () => random.between(-9, 9)
  if (facts.employer.juristicNo && !unsealed.has(documentType)) {
    marks.push({
      is: 'round-stamp',
      page: pages - 1,
      x: random.between(60, 90),
      y: random.between(205, 235),
      angle: slant() * 3,
      colour: random.pick(inks.company),
      letters: lettersOf(shortened(facts.employer.nameTh)),
      middle: 'ตัวอย่าง',
    })
  }
  if (copies.has(documentType) && random.chance(0.7)) {
    marks.push({
      is: 'copy-box',
      page: pages - 1,
      x: random.between(18, 40),
      y: random.between(238, 250),
      angle: slant() / 2,
      colour: inks.copy,
      name: fullName(facts.signatory),
      points: aScribble(random),
    })
  }
  if (received.has(documentType)) {
    marks.push({
      is: 'received-stamp',
      page: 0,
      x: random.between(18, 26),
      y: random.between(4, 8),
      angle: slant() / 2,
      colour: inks.office,
      lines: [
        'สปส.จ.นครสวรรค์ (ตัวอย่าง)',
        `รับเลขที่ ${random.between(100, 9_999)}`,
        `วันที่ ${shortDate(date)}`,
      ],
    })
  }
  return marks
}

const unsealed = new Set(['account-number-notice', 'letter-out', 'insured-register'])
const copies = new Set([
  'juristic-certificate',
  'commercial-registration',
  'pp-20',
  'lease',
  'school-licence',
])
const received = new Set(['sps-1-01', 'sps-6-15', 'letter-in'])

/** What fits around a stamp. */
function shortened(name: string): string {
  return name.length <= 34 ? name : name.slice(0, 34)
}
