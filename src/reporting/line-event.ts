import type { LineState, Station } from './contract.ts'

/** One step of a batch, as the record tells it: from `at` on it is in `state`. */
export type LineEvent = {
  batchId: string
  state: LineState
  /** How often the batch has been sent to the check. */
  round: number
  /** Milliseconds of the Unix clock. */
  at: number
  person: string
  pages: number
  documents: number
  rejected: number
  reasons: Readonly<Record<string, number>>
}

/** Which station works on a batch in this state; none on one that is done. */
export const worksOn: Readonly<Record<LineState, Station | null>> = {
  scanning: 'scan',
  returned: 'scan',
  checking: 'check',
  certifying: 'certify',
  certified: null,
}

export function inOrder(events: readonly LineEvent[]): LineEvent[] {
  return events.toSorted((one, other) => one.at - other.at)
}
