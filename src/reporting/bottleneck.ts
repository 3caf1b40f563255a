import type { OfficeDate } from '#kernel'
import { officeDate } from '#kernel'
import { type Bottleneck, type Station, stations } from './contract.ts'
import { inOrder, type LineEvent, worksOn } from './line-event.ts'

export const limits = {
  /** Fewer days, or fewer batches that went through, say nothing. */
  days_min: 5,
  batches_min: 30,
  /** A station that runs out of work on more days than this is waiting, not waited for. */
  dry_share_max: 0.12,
}

/**
 * Which station holds the line up. Work piles up before it and never runs out, while the stations after it
 * run dry again and again: so it is the last station that seldom ran dry, judged on the second half of the
 * time, when the piles have formed. The scanners' pile is the shelf, which never runs dry: they hold the
 * line up when nobody after them does. Null when too little has happened to say.
 */
export function bottleneckOf(events: readonly LineEvent[]): Bottleneck | null {
  const ordered = inOrder(events)
  const days = [...new Set(ordered.map(({ at }) => dayOf(at)))]
  const finished = ordered.filter(({ state }) => state === 'certified').length
  if (days.length < limits.days_min || finished < limits.batches_min) return null
  const late = new Set(days.slice(Math.floor(days.length / 2)))
  const check = dryShare(ordered, 'check', late)
  const certify = dryShare(ordered, 'certify', late)
  const dryDays = { scan: 0, check, certify }
  const station = stations.findLast((each) => dryDays[each] <= limits.dry_share_max) ?? 'scan'
  return { station, dryDays }
}

/** On which share of the days the station had nothing to work on at some moment between its batches. */
function dryShare(
  ordered: readonly LineEvent[],
  station: Station,
  days: ReadonlySet<OfficeDate>,
): number {
  const at = new Set<string>()
  const dry = new Set<OfficeDate>()
  for (const { batchId, state, at: moment } of ordered) {
    const had = at.delete(batchId)
    if (worksOn[state] === station) at.add(batchId)
    // It ran dry with this event: the last batch went on.
    if (had && at.size === 0) dry.add(dayOf(moment))
  }
  return [...dry].filter((day) => days.has(day)).length / days.size
}

function dayOf(at: number): OfficeDate {
  return officeDate(new Date(at))
}
