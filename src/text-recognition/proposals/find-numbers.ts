import { arabicDigits, readIdentifier, type Verdict } from '#thai-text'
import type { PageBox } from '../recognised-page.ts'
import { findNear } from './near.ts'
import type { ReadLine } from './page-lines.ts'

/** A number on a page that may be one of an employer. */
export type NumberSeen = {
  kind: 'account' | 'juristic'
  digits: string
  verdict: Verdict
  /** The words before it say what it is. */
  labelled: boolean
  /** Thai digits are read badly, so such a number weighs less. */
  thaiDigits: boolean
  /** All digits that stand together, not a part of more. */
  whole: boolean
  pageOrdinal: number
  box: PageBox | null
}

/** Of one document; more of them is a list of persons. */
export const numberLimits = { numbers_max: 60 }

const lengths = { account: 10, juristic: 13 } as const
const branchDigits = 6

/** So many edges of boxes may have been read as a 1. */
const strokes_max = 3
// Recognisers part the digits of boxes by spaces or take the boxes for strokes, mix up 0 and O, and on
// bad copies read a digit and a letter for one digit (6ธ0).
const run =
  /[0-9OolI](?:(?:[ ./|!:_[\](){}\u2010-\u2015-]|(?<=[0-9])[ก-ฮ](?=[0-9|\]])){0,6}[0-9OolI])*/g
const labels = {
  account: ['เลขที่บัญช', 'บัญชนายจาง'],
  juristic: ['นตบคคล', 'ทะเบยนเลขท', 'ผเสยภาษ'],
}
// A telephone has as many digits as an account.
const others = ['โทร', 'ประชาชน', 'เลขประจาตว']

export function findNumbers(lines: readonly ReadLine[]): NumberSeen[] {
  const seen = lines.flatMap((line, at) => numbersOf(line, lines[at - 1]))
  return seen.slice(0, numberLimits.numbers_max)
}

function numbersOf(line: ReadLine, before: ReadLine | undefined): NumberSeen[] {
  const text = arabicDigits(line.text)
  return [...text.matchAll(run)].flatMap((found) => {
    const start = found.index
    const written = found[0]
    const label = labelBefore(line, start) ?? (start < 3 && before ? labelOf(before.text) : null)
    return partsOf(written).flatMap(({ from, to, whole }): NumberSeen[] => {
      const digits = digitsOf(written.slice(from, to))
      const kind = kindOf(digits, label)
      if (kind === null) return []
      const range = { start: start + from, end: start + to }
      return [
        {
          kind,
          digits,
          verdict: readIdentifier(digits, kind).flag,
          labelled: label === kind,
          thaiDigits: /[๐-๙]/.test(line.text.slice(range.start, range.end)),
          whole,
          pageOrdinal: line.pageOrdinal,
          box: line.boxOf(range),
        },
      ]
    })
  })
}

type Label = 'account' | 'juristic' | 'other' | null

function labelBefore(line: ReadLine, start: number): Label {
  return labelOf(line.text.slice(Math.max(0, start - 40), start))
}

/** The label that stands last in the text, compared without the marks that recognisers lose. */
function labelOf(text: string): Label {
  const bare = bareOf(text)
  const places = [
    ...labels.account.map((word) => ({ label: 'account' as const, word })),
    ...labels.juristic.map((word) => ({ label: 'juristic' as const, word })),
    ...others.map((word) => ({ label: 'other' as const, word })),
  ].flatMap(({ label, word }) => {
    const near = findNear(bare, word, word.length > 6 ? 1 : 0)
    return near ? [{ label, end: near.end }] : []
  })
  return places.toSorted((one, other) => other.end - one.end)[0]?.label ?? null
}

function bareOf(text: string): string {
  return text.replaceAll('ำ', 'า').replace(/[\p{M}\s.:]/gu, '')
}

function digitsOf(written: string): string {
  return written
    .replace(/[Oo]/g, '0')
    .replace(/[lI]/g, (_stroke, at: number) => strokeAt(written, at))
    .replace(/\D/g, '')
}

// A stroke between digits without spaces is a 1; beside a space it is the edge of a box.
function strokeAt(written: string, at: number): string {
  const inside = /\d/.test(written[at - 1] ?? '') && /\d/.test(written[at + 1] ?? '')
  return inside ? '1' : ''
}

function kindOf(digits: string, label: Label): NumberSeen['kind'] | null {
  if (label === 'other') return null
  if (digits.length === lengths.account) return 'account'
  if (digits.length === lengths.juristic) return digits.startsWith('0') ? 'juristic' : null
  // Digits lost or too many are worth a repair only where the words say which number it is.
  if (label !== 'account' && label !== 'juristic') return null
  const surplus = digits.length - lengths[label]
  return surplus >= -1 && surplus <= strokes_max ? label : null
}

type Part = { from: number; to: number; whole: boolean }

/** The whole run, or, when that has no fitting length, the groups of its pieces that have one. */
function partsOf(written: string): Part[] {
  const whole = { from: 0, to: written.length, whole: true }
  const count = digitsOf(written).length
  const fitting: number[] = Object.values(lengths)
  // Digits in boxes are one number, however its pieces lie.
  const boxed = /[[\]|!]/.test(written)
  if (boxed || fitting.includes(count) || count < lengths.account - 1) return [whole]
  const pieces = [...written.matchAll(/\S+/g)].map(({ 0: piece, index }) => ({
    from: index,
    to: index + piece.length,
  }))
  const groups = pieces.flatMap(({ from }, at) =>
    pieces.slice(at).map(({ to }): Part => ({ from, to, whole: false })),
  )
  const found = groups.filter(({ from, to }) =>
    fitting.includes(digitsOf(written.slice(from, to)).length),
  )
  // Account and branch are often written together.
  const account = beginning(written, count)
  return [...(account ? [account] : []), ...found, ...(found.length === 0 ? [whole] : [])]
}

function beginning(written: string, count: number): Part | null {
  if (count !== lengths.account + branchDigits) return null
  for (let to = 1; to <= written.length; to++) {
    if (digitsOf(written.slice(0, to)).length === lengths.account) {
      return { from: 0, to, whole: true }
    }
  }
  return null
}
