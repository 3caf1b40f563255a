import { assert } from '#kernel'
import { applyEdit, isImpossible } from './apply-edit.ts'
import { type Arrangement, emptyArrangement } from './arrangement.ts'
import { type Arrival, arrive } from './arrive.ts'
import type { Edit } from './edits.ts'

/** What happened to an arrangement, in order: pages arrived, or a person changed it. */
export type Happening = { readonly what: Arrival | Edit; readonly undone: boolean }

/**
 * The arrangement that these happenings lead to, without those that were taken back. Only the last edit
 * that stands is ever taken back, so what is left was made in this order before; arrivals always fit.
 */
export function replay(happenings: readonly Happening[]): Arrangement {
  let arrangement = emptyArrangement
  for (const { what, undone } of happenings) {
    if (undone) continue
    if (what.kind === 'arrive') {
      arrangement = arrive(arrangement, what)
      continue
    }
    const next = applyEdit(arrangement, what)
    assert(!isImpossible(next), 'an edit that was made can be made again')
    arrangement = next
  }
  return arrangement
}

/** Where the edit stands that an undo takes back; -1 when there is none. */
export function lastStandingEdit(happenings: readonly Happening[]): number {
  return happenings.findLastIndex(({ what, undone }) => !undone && what.kind !== 'arrive')
}
