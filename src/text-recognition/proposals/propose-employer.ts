import { splitLegalName, thaiFold } from '#thai-text'
import { findNumbers, type NumberSeen } from './find-numbers.ts'
import { findNear } from './near.ts'
import { type ReadLine, unfolded } from './page-lines.ts'
import type { Known, KnownEmployer, Proposal } from './proposal.ts'
import { repairsOf, thaiReadingsOf } from './repair-number.ts'

/** Numbers that are worth a repair; a page with more of them is a list. */
export const employerLimits = {
  repaired_max: 4,
  numbers_asked_max: 5_000,
  rivals_max: 40,
  proposals_max: 3,
}

/** A number seen, and an employer it may belong to: as read (cost 0) or mended. */
type Match = { seen: NumberSeen; employer: KnownEmployer; cost: number; by: 'account' | 'juristic' }

/** Account number, juristic number and name of the employer whose paper this seems to be. */
export async function proposeEmployer(
  lines: readonly ReadLine[],
  known: Pick<Known, 'employersByNumber'>,
): Promise<Proposal[]> {
  const numbers = findNumbers(lines)
  const matches = await matchesOf(numbers, known)
  const candidates = candidatesOf(matches, lines)
  const best = candidates[0]
  return [
    ...candidates.slice(0, employerLimits.proposals_max).map(accountProposal),
    ...juristicProposals(numbers, best),
    ...(best?.name ? [nameProposal(best.employer.name, best.name)] : nameAsRead(lines)),
  ]
}

async function matchesOf(
  numbers: readonly NumberSeen[],
  known: Pick<Known, 'employersByNumber'>,
): Promise<Match[]> {
  const read = unique(numbers.map(({ digits }) => digits))
  const exact = matchesBy(numbers, await known.employersByNumber(read))
  const found = new Set(exact.map(({ seen }) => seen))
  const broken = numbers
    .filter((seen) => !found.has(seen) && seen.whole)
    .toSorted((one, other) => Number(other.labelled) - Number(one.labelled))
    .slice(0, employerLimits.repaired_max)
  const repairs = broken.flatMap((seen) => {
    const edits = repairsOf(seen.digits, seen.kind)
    const readings = seen.thaiDigits ? thaiReadingsOf(seen.digits, seen.kind) : []
    return [...readings, ...edits].map((repair) => ({ seen, ...repair }))
  })
  if (repairs.length === 0) return exact
  const asked = unique(repairs.map(({ digits }) => digits))
  const there = await known.employersByNumber(asked.slice(0, employerLimits.numbers_asked_max))
  if (there.length > employerLimits.rivals_max) return exact
  const mended = repairs.flatMap(({ seen, digits, cost }) =>
    matchesBy([{ ...seen, digits }], there).map((match) => ({ ...match, seen, cost })),
  )
  return [...exact, ...mended]
}

function matchesBy(numbers: readonly NumberSeen[], employers: readonly KnownEmployer[]): Match[] {
  return numbers.flatMap((seen) =>
    employers.flatMap((employer): Match[] => {
      const { accountNo, juristicDigits, taxDigits } = employer
      const by = seen.kind
      const own = by === 'account' ? [accountNo] : [juristicDigits, taxDigits]
      return own.includes(seen.digits) ? [{ seen, employer, cost: 0, by }] : []
    }),
  )
}

type NameSeen = { line: ReadLine; range: { start: number; end: number } }
type Candidate = {
  employer: KnownEmployer
  best: Match
  name: NameSeen | null
  agreesWith: ('name' | 'accountNo' | 'juristicNo')[]
  confidence: number
}

/** The employers in question, the likeliest first. What speaks for a rival speaks against the others. */
function candidatesOf(matches: readonly Match[], lines: readonly ReadLine[]): Candidate[] {
  const byAccount = Map.groupBy(matches, ({ employer }) => employer.accountNo)
  const candidates = [...byAccount.values()].flatMap((of): Candidate[] => {
    const [best] = of.toSorted((one, other) => doubtOf(one) - doubtOf(other))
    if (!best) return []
    const name = findName(lines, best.employer.name)
    const numbers = new Set(of.filter(({ cost }) => cost === 0).map(({ by }) => by))
    const agreesWith: Candidate['agreesWith'] = []
    if (name) agreesWith.push('name')
    if (best.by === 'account' && numbers.has('juristic')) agreesWith.push('juristicNo')
    if (best.by === 'juristic' && numbers.has('account')) agreesWith.push('accountNo')
    const doubt = doubtOf(best) * (name ? 0.15 : 1) * (agreesWith.length > Number(!!name) ? 0.1 : 1)
    return [{ employer: best.employer, best, name, agreesWith, confidence: 1 - doubt }]
  })
  const weight = ({ confidence }: Candidate) => confidence / (1.001 - confidence)
  const all = candidates.reduce((sum, candidate) => sum + weight(candidate), 0)
  return candidates
    .map((each) => ({ ...each, confidence: each.confidence * (weight(each) / (all + 0.02)) }))
    .toSorted((one, other) => other.confidence - one.confidence)
}

/** How often a match of this kind alone is wrong, by the samples; 0 to 1. */
function doubtOf({ seen, cost, by }: Match): number {
  const sure = by === 'juristic' && seen.whole ? 0.05 : seen.verdict === 'ok' ? 0.06 : 0.15
  const doubt = cost === 0 ? sure : cost <= 1 ? 0.35 : 0.7
  const context = (seen.labelled ? 0.5 : 1) * (seen.whole ? 1 : 1.5)
  return Math.min(0.95, doubt * context * (seen.thaiDigits ? 1.5 : 1))
}

function accountProposal({ employer, best, agreesWith, confidence }: Candidate): Proposal {
  const { seen, cost, by } = best
  return {
    field: 'accountNo',
    value: employer.accountNo,
    confidence,
    reason:
      by === 'juristic'
        ? 'found_by_juristic_no'
        : cost > 0
          ? 'number_repaired'
          : 'number_in_register',
    pageOrdinal: seen.pageOrdinal,
    box: seen.box,
    agreesWith: agreesWith.filter((field) => field !== 'accountNo'),
  }
}

/** Of the likeliest employer where it was read; else the first that its check digit supports. */
function juristicProposals(
  numbers: readonly NumberSeen[],
  best: Candidate | undefined,
): Proposal[] {
  const seen = numbers.filter(({ kind, whole }) => kind === 'juristic' && whole)
  const own = seen.find(({ digits }) => digits === best?.employer.juristicDigits)
  const shown = own ?? seen.find(({ verdict }) => verdict === 'ok')
  if (!shown) return []
  const sure = own ? 0.99 : shown.labelled ? 0.9 : 0.75
  return [
    {
      field: 'juristicNo',
      value: shown.digits,
      confidence: shown.thaiDigits ? sure * 0.8 : sure,
      reason: own ? 'number_in_register' : 'check_digit_agrees',
      pageOrdinal: shown.pageOrdinal,
      box: shown.box,
      ...(own ? { agreesWith: ['accountNo' as const] } : {}),
    },
  ]
}

function nameProposal(value: string, { line, range }: NameSeen): Proposal {
  const { pageOrdinal } = line
  const box = line.boxOf(range)
  return { field: 'name', value, confidence: 0.97, reason: 'name_in_register', pageOrdinal, box }
}

const nameShare = 0.15
const name_letters_min = 4

/** Where the employer's name, without its legal form, stands on the document as nearly as it can be read. */
function findName(lines: readonly ReadLine[], name: string): NameSeen | null {
  const core = thaiFold(splitLegalName(name).core)
  if (core.length < name_letters_min) return null
  const edits_max = Math.floor(core.length * nameShare)
  for (const [at, line] of lines.entries()) {
    const here = findNear(line.fold.folded, core, edits_max)
    if (here) return { line, range: unfolded(line, here) }
    // A name may be broken at the end of a line; its beginning is shown.
    const next = lines[at + 1]
    if (!next || next.pageOrdinal !== line.pageOrdinal) continue
    const across = findNear(line.fold.folded + next.fold.folded, core, edits_max)
    if (across && across.start < line.fold.folded.length) {
      const end = Math.min(across.end, line.fold.folded.length)
      return { line, range: unfolded(line, { start: across.start, end }) }
    }
  }
  return null
}

const behindName = '(?=\\s*(?:ได้|ซึ่ง|โดย|ตั้งอยู่|เลขที่|มีความ|สาขาที่|ลำดับที่|เพื่อ|\\(สำนัก|$))'
const namePatterns: readonly (readonly [pattern: RegExp, confidence: number])[] = [
  [new RegExp(`ชื่อ(?:สถาน)?ประกอบการ\\s*(.{4,80}?)${behindName}`), 0.6],
  [new RegExp(`ชื่อที่ใช้ในการประกอบพาณิชยกิจ\\s*(.{4,80}?)${behindName}`), 0.6],
  [/(บริษั[ทห]\s?(?:(?!บริษั).){2,80}?จำกัด(?: ?\(มหาชน\))?)/, 0.5],
  [new RegExp(`((?:ห้างหุ้นส่วน(?:จำกัด|สามัญ)|สหกรณ์|มูลนิธิ|สมาคม).{4,80}?)${behindName}`), 0.4],
  [new RegExp(`(?:ออกให้แก่|รับรองว่า)\\s*(.{4,80}?)${behindName}`), 0.4],
]

function nameAsRead(lines: readonly ReadLine[]): Proposal[] {
  for (const [pattern, confidence] of namePatterns) {
    for (const line of lines) {
      const value = pattern.exec(line.text)?.[1]
      if (value === undefined) continue
      const start = line.text.indexOf(value)
      const box = line.boxOf({ start, end: start + value.length })
      const { pageOrdinal } = line
      return [{ field: 'name', value, confidence, reason: 'name_as_read', pageOrdinal, box }]
    }
  }
  return []
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
