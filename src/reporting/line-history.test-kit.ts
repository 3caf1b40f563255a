import type { LineState, Station } from './contract.ts'
import type { LineEvent } from './line-event.ts'

export type LinePlan = {
  seed: number
  days: number
  /** Minutes that one person takes for a batch, on average, and how many people there are. */
  scan: { minutes: number; people: number }
  check: { minutes: number; people: number }
  certify: { minutes: number; people: number }
  /** Share of batches that a check sends back. */
  returned: number
  /** The certifier works in two sessions a day, through everything that waits. */
  sessions: boolean
}

const day_minutes = 8 * 60
const start = Date.parse('2026-10-05T01:30:00Z') // A Monday, half past eight in Bangkok.
const minute_ms = 60_000

/** A seeded line: what each station would have put on the record. */
export function lineHistory(plan: LinePlan): LineEvent[] {
  const random = seeded(plan.seed)
  const events: LineEvent[] = []
  const queues: Record<Station, string[]> = { scan: [], check: [], certify: [] }
  const rounds = new Map<string, number>()
  const hands = [...people('scan', plan), ...people('check', plan), ...people('certify', plan)]
  let opened = 0
  const note = (batchId: string, state: LineState, now: number, person: string) => {
    const at = start + dayOf(now) * 24 * 60 * minute_ms + (now % day_minutes) * minute_ms
    const round = rounds.get(batchId) ?? 0
    const rejected = state === 'returned' ? 1 : 0
    events.push({
      batchId,
      state,
      round,
      at,
      person,
      pages: 40,
      documents: 10,
      rejected,
      reasons: {},
    })
  }
  for (let now = 0; now < plan.days * day_minutes; now += 1) {
    for (const hand of hands) {
      if (hand.batch !== null && hand.until <= now) {
        finish(hand.batch, hand, now)
        hand.batch = null
      }
      if (hand.batch !== null || !isAtWork(hand.station, now)) continue
      const batch =
        queues[hand.station].shift() ?? (hand.station === 'scan' ? open(now, hand.name) : null)
      if (batch === null) continue
      hand.batch = batch
      // Work times are uneven: their standard deviation is about half of their mean.
      hand.until = now + plan[hand.station].minutes * (0.4 + 0.6 * (random() + random()))
    }
  }
  return events

  function open(now: number, person: string): string {
    const batchId = `batch-${opened++}`
    note(batchId, 'scanning', now, person)
    return batchId
  }

  function finish(batchId: string, { station, name }: Hand, now: number): void {
    if (station === 'scan') {
      rounds.set(batchId, (rounds.get(batchId) ?? 0) + 1)
      note(batchId, 'checking', now, name)
      queues.check.push(batchId)
    } else if (station === 'check' && random() < plan.returned) {
      note(batchId, 'returned', now, name)
      queues.scan.push(batchId)
    } else if (station === 'check') {
      note(batchId, 'certifying', now, name)
      queues.certify.push(batchId)
    } else note(batchId, 'certified', now, name)
  }

  function isAtWork(station: Station, now: number): boolean {
    if (station !== 'certify' || !plan.sessions) return true
    const minute = now % day_minutes
    return (minute > 150 && minute < 240) || minute > 390
  }
}

type Hand = { station: Station; name: string; batch: string | null; until: number }

function people(station: Station, plan: LinePlan): Hand[] {
  return Array.from({ length: plan[station].people }, (_, at) => {
    return { station, name: `${station}-${at}`, batch: null, until: 0 }
  })
}

/** Weekends are passed over. */
function dayOf(now: number): number {
  const day = Math.floor(now / day_minutes)
  return Math.floor(day / 5) * 7 + (day % 5)
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
