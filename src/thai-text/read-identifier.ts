import { arabicDigits } from './digits.ts'
import {
  formatNumber,
  type IdentifierKind,
  limits,
  type Series,
  seriesOf,
  type Verdict,
  verdictOf,
} from './identifiers.ts'
import { thaiNormalize } from './normalize.ts'

/** A number from paper, kept three ways: as written, its digits, and what the check says. */
export type Identifier = {
  written: string
  /** Null when the text is no number. */
  digits: string | null
  flag: Verdict
  series: Series
  /** As the office writes it, never masked; null when the length is wrong. */
  shown: string | null
  /** What may have been meant. To be offered to a person, never taken silently. */
  candidate: string | null
  /** A keyboard run or a round number: never evidence, even when the check digit agrees. */
  placeholder: boolean
}

const label = /^['’‘`ʼ]?[\u0e01-\u0e4e .:]*(?=\d)/
const separators = /[ \-\u2010-\u2015\u2212./:\uff0d\uff0e\uff0f\uff1a]/g
const headOffice = /^(?:สำนักงานใหญ่|สนญ\.?)$/
const branchPart =
  /^(?<account>.*\d)[ \-/(]*(?<branch>(?:ลำดับที่)?สาขา(?:ที่)?[ :]*\d+|สำนักงานใหญ่|สนญ\.?)\)?$/

/** Reads a number of a known kind. Never refuses: the flag is a warning. */
export function readIdentifier(text: string, kind: IdentifierKind): Identifier {
  const clean = arabicDigits(thaiNormalize(text))
  const digits = plainDigits(clean, kind)
  if (digits === null) return unread(text, offerDigits(clean, kind))
  const flag = verdictOf(digits, kind)
  const wrong = flag === 'wrong-length'
  return {
    written: text,
    digits,
    flag,
    series: seriesOf(digits),
    shown: wrong ? null : formatNumber(digits, kind),
    candidate: wrong ? restoreZeros(digits, kind) : null,
    placeholder: isPlaceholder(digits),
  }
}

function unread(written: string, candidate: string | null): Identifier {
  return {
    written,
    digits: null,
    flag: 'not-digits',
    series: 'unknown',
    shown: null,
    candidate,
    placeholder: false,
  }
}

function plainDigits(clean: string, kind: IdentifierKind): string | null {
  if (kind === 'branch') return branchDigits(clean)
  if (kind === 'account-and-branch') {
    const parts = branchPart.exec(clean)?.groups
    const account = parts && joinDigits(parts['account'] ?? '')
    const branch = parts && branchDigits(parts['branch'] ?? '')
    if (account && branch) return account + branch
  }
  return decimalTail(clean, kind) === null ? joinDigits(clean) : null
}

function joinDigits(clean: string): string | null {
  const joined = clean.replace(label, '').replace(separators, '')
  return /^\d+$/.test(joined) ? joined : null
}

// Five digits are the branch number of the VAT register, another series: never padded.
function branchDigits(clean: string): string | null {
  if (headOffice.test(clean)) return '0'.repeat(limits.branch_digits)
  const digits = joinDigits(clean)
  if (digits === null || digits.length >= 5) return digits
  return digits.padStart(limits.branch_digits, '0')
}

// A spreadsheet wrote the number as an amount, 0605563999011.0: the point is no separator here.
function decimalTail(clean: string, kind: IdentifierKind): string | null {
  const whole = /^(\d+)\.\d+$/.exec(clean)?.[1] ?? ''
  return verdictOf(whole, kind) === 'wrong-length' || whole === '' ? null : whole
}

function offerDigits(clean: string, kind: IdentifierKind): string | null {
  const whole = decimalTail(clean, kind)
  if (whole !== null) return whole
  const lookAlikes = clean
    .replace(/[Oo]/g, '0')
    .replace(/[lI|]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8')
  const digits = kind === 'branch' ? null : joinDigits(lookAlikes)
  return digits !== null && verdictOf(digits, kind) === 'ok' ? digits : null
}

// Spreadsheets drop zeros at the front; the check digit tells whether that is what happened.
function restoreZeros(digits: string, kind: IdentifierKind): string | null {
  if (kind !== 'account' && kind !== 'juristic') return null
  const length = kind === 'account' ? limits.account_digits : limits.register_digits
  const padded = digits.padStart(length, '0')
  return verdictOf(padded, kind) === 'ok' ? padded : null
}

function isPlaceholder(digits: string): boolean {
  const leading = digits.slice(0, -1)
  if (leading.length < 9) return false
  const steps = Array.from(
    leading.slice(1),
    (digit, at) => (Number(digit) - Number(leading[at]) + 10) % 10,
  )
  const step = steps[0]
  const running = (step === 0 || step === 1 || step === 9) && steps.every((each) => each === step)
  return running || /^\d0+$/.test(leading)
}
