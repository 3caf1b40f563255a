import { digitKey } from './digits.ts'
import { isKnownProvince } from './provinces.ts'

/** Numbers on paper. `national` is the 13-digit number of a person. */
export type IdentifierKind = 'account' | 'account-and-branch' | 'branch' | 'juristic' | 'national'

/** What the check says. A warning, never a reason to refuse: old paper holds typing errors. */
export type Verdict = 'ok' | 'bad-check' | 'wrong-length' | 'unknown-series' | 'not-digits'

/** Which register a 13-digit number comes from. */
export type Series = 'juristic' | 'revenue-issued' | 'national' | 'unknown'

export const limits = {
  account_digits: 10,
  branch_digits: 6,
  account_and_branch_digits: 16,
  register_digits: 13,
}

const BULLET = '•'

/** Σ digit × weight over all but the last, weights n … 2; last = (11 − Σ mod 11) mod 10. */
export function checkDigitAgrees(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length - 1; at++) sum += Number(digits[at]) * (digits.length - at)
  return Number(digits.at(-1)) === (11 - (sum % 11)) % 10
}

/** First digit 0, a province and a kind 2 3 5 7: juristic; 099: Revenue Department; 1–8: a person. */
export function seriesOf(digits: string): Series {
  if (digits.length !== limits.register_digits) return 'unknown'
  if (digits.startsWith('099')) return 'revenue-issued'
  if (/^[1-8]/.test(digits)) return 'national'
  return /^0\d\d[2357]/.test(digits) && isKnownProvince(digits.slice(1, 3)) ? 'juristic' : 'unknown'
}

/** The verdict on plain digits. For accounts the rule is inferred, not published. */
export function verdictOf(digits: string, kind: IdentifierKind): Verdict {
  if (!/^\d+$/.test(digits)) return 'not-digits'
  if (digits.length !== lengthOf(kind)) return 'wrong-length'
  switch (kind) {
    case 'branch':
      return 'ok'
    case 'account':
      return checkDigitAgrees(digits) ? 'ok' : 'bad-check'
    case 'account-and-branch':
      return checkDigitAgrees(digits.slice(0, limits.account_digits)) ? 'ok' : 'bad-check'
    case 'juristic':
    case 'national': {
      const series = seriesOf(digits)
      const expected = (series === 'national') === (kind === 'national') && series !== 'unknown'
      if (!expected) return 'unknown-series'
      return checkDigitAgrees(digits) ? 'ok' : 'bad-check'
    }
  }
}

function lengthOf(kind: IdentifierKind): number {
  if (kind === 'account') return limits.account_digits
  if (kind === 'branch') return limits.branch_digits
  return kind === 'account-and-branch' ? limits.account_and_branch_digits : limits.register_digits
}

/** Digits in groups, `60-1000412-8`; digits of another length come back as they are. */
function grouped(digits: string, sizes: readonly number[]): string {
  if (digits.length !== sizes.reduce((sum, size) => sum + size, 0)) return digits
  const groups: string[] = []
  let at = 0
  for (const size of sizes) {
    groups.push(digits.slice(at, at + size))
    at += size
  }
  return groups.join('-')
}

/** `60-1000412-8` */
export function formatAccountNo(digits: string): string {
  return grouped(digits, [2, 7, 1])
}

/** `0-10-5-560-12345-4`; numbers of the Revenue Department (099…) are written without groups. */
export function formatJuristicNo(digits: string): string {
  return digits.startsWith('099') ? digits : grouped(digits, [1, 2, 1, 3, 5, 1])
}

/** `1-6001-•••••-••-•`. A screen shows the whole number only on purpose: `{ masked: false }`. */
export function formatPersonNo(digits: string, { masked = true } = {}): string {
  const shown = grouped(digits, [1, 4, 5, 2, 1])
  if (!masked) return shown
  let seen = 0
  return shown.replace(/\d/g, (digit) => (++seen > 5 ? BULLET : digit))
}

/** A number typed into the search box. */
export type TypedNumber = {
  digits: string
  /** `part` is looked for at the beginning and the end of numbers; `short` is no number search. */
  kind: 'account' | 'account-and-branch' | 'juristic' | 'national' | 'part' | 'short'
  shown: string
  verdict: Verdict | null
}

/** What kind of number a text is, by its length; null when it is no number. */
export function readNumber(text: string): TypedNumber | null {
  const digits = digitKey(text)
  if (digits === null) return null
  const kind = kindByLength(digits)
  if (kind === 'part' || kind === 'short') return { digits, kind, shown: digits, verdict: null }
  return { digits, kind, shown: formatNumber(digits, kind), verdict: verdictOf(digits, kind) }
}

function kindByLength(digits: string): TypedNumber['kind'] {
  if (digits.length === limits.account_digits) return 'account'
  if (digits.length === limits.account_and_branch_digits) return 'account-and-branch'
  if (digits.length === limits.register_digits) {
    return digits.startsWith('0') ? 'juristic' : 'national'
  }
  return digits.length < 3 ? 'short' : 'part'
}

/** The whole number as the office writes it; a person's number is masked only by `formatPersonNo`. */
export function formatNumber(digits: string, kind: IdentifierKind): string {
  switch (kind) {
    case 'account':
      return formatAccountNo(digits)
    case 'juristic':
      return formatJuristicNo(digits)
    case 'national':
      return formatPersonNo(digits, { masked: false })
    case 'branch':
      return digits
    case 'account-and-branch': {
      const account = formatAccountNo(digits.slice(0, limits.account_digits))
      return `${account} สาขา ${digits.slice(limits.account_digits)}`
    }
  }
}
