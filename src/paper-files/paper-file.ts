import { Refusal } from '#kernel'
import { idOf } from '#platform/digests'
import type { StreamName } from '#record'
import { arabicDigits } from '#thai-text'
import type { PaperChange, PaperState, Place } from './contract.ts'
import { refusals } from './refusals.ts'
import type { Standing } from './tables.ts'

export type PaperName = { accountNo: string; branchNo: string; volumeNo: number }

/** A paper file is named by what is written on its back, so a repeated list finds it. */
export function paperFileId({ accountNo, branchNo, volumeNo }: PaperName): string {
  return idOf('paper-file', accountNo, branchNo, String(volumeNo))
}

export function streamOf(paperFileId: string): StreamName {
  return `paper-file/${paperFileId}`
}

/** The order of the shelves as people count them: shelf 2 before shelf 12, whatever the digits. */
export function placeSort({ building, shelf, box }: Place): string {
  return [building, shelf, box].map(counted).join('\u0001')
}

function counted(text: string): string {
  return arabicDigits(text)
    .trim()
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
}

/** How a file stands after a change: only a loan has a borrower. */
export function standingAfter(before: Standing, change: PaperChange): Standing {
  const state = change.state ?? before.state
  const lent = state === 'on-loan'
  return {
    state,
    building: change.building ?? before.building,
    shelf: change.shelf ?? before.shelf,
    box: change.box ?? before.box,
    condition: change.condition ?? before.condition,
    lentTo: lent ? (change.loan?.lentTo ?? before.lentTo) : null,
    dueOn: lent ? (change.loan?.dueOn ?? before.dueOn) : null,
  }
}

/** Paper in somebody's hand; only from these states does it go on to the line. */
const atHand: readonly PaperState[] = ['found', 'damaged', 'on-line', 'converted']

/** Null when a file may stand so. The use case throws what this returns. */
export function whyNotStand(
  before: Standing,
  after: Standing,
  reason: string | null,
): Refusal | null {
  const facts = { from: before.state, to: after.state }
  if (after.state === 'on-loan' && (after.lentTo === null || after.dueOn === null)) {
    return new Refusal(refusals.loan_needed, facts)
  }
  const goesOn = after.state === 'on-line' || after.state === 'converted'
  if (goesOn && !atHand.includes(before.state)) return new Refusal(refusals.found_first, facts)
  // The line says these by itself; a person who puts it right says why.
  const ofLine = before.state === 'converted' || goesOn
  if (ofLine && before.state !== after.state && reason === null)
    return new Refusal(refusals.reason_needed, facts)
  return null
}

export function sameStanding(one: Standing, other: Standing): boolean {
  return (
    one.state === other.state &&
    one.building === other.building &&
    one.shelf === other.shelf &&
    one.box === other.box &&
    one.condition === other.condition &&
    one.lentTo === other.lentTo &&
    one.dueOn === other.dueOn
  )
}
