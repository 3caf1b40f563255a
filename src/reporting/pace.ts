import { type Pace, type Station, stations } from './contract.ts'
import { inOrder, type LineEvent, worksOn } from './line-event.ts'

export const limits = {
  /** Longer than this between two acts, and the person was at other work. */
  gap_ms_max: 30 * 60_000,
  /** Less work than this says no rate. */
  work_ms_min: 30 * 60_000,
}

const hour_ms = 3_600_000

/**
 * How many pages an hour each station handles. The record holds when work ended, not when it began: the
 * time of one piece of work runs from the person's act before it, or from when the batch came, whichever
 * is later, and never longer than `gap_ms_max`.
 */
export function pacesOf(events: readonly LineEvent[]): Pace[] {
  const works = worksOf(events)
  return stations.map((station) => {
    const mine = works.filter((work) => work.station === station)
    const pages = mine.reduce((sum, work) => sum + work.pages, 0)
    const ms = mine.reduce((sum, work) => sum + work.ms, 0)
    return {
      station,
      people: new Set(mine.map(({ person }) => person)).size,
      batches: mine.length,
      pages,
      hours: ms / hour_ms,
      pagesPerHour: ms < limits.work_ms_min ? null : pages / (ms / hour_ms),
    }
  })
}

type Work = { station: Station; person: string; pages: number; ms: number }

/** The pieces of work that events ended, in their order. */
function worksOf(events: readonly LineEvent[]): Work[] {
  const came = new Map<string, LineEvent>()
  const acted = new Map<string, number>()
  const works: Work[] = []
  for (const event of inOrder(events)) {
    const before = came.get(event.batchId)
    const station = before === undefined ? null : worksOn[before.state]
    if (before !== undefined && station !== null) {
      const since = Math.max(before.at, acted.get(event.person) ?? 0)
      const ms = Math.min(event.at - since, limits.gap_ms_max)
      works.push({ station, person: event.person, pages: event.pages, ms })
    }
    came.set(event.batchId, event)
    acted.set(event.person, event.at)
  }
  return works
}
