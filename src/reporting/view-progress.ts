import { type Clock, officeDate, type Scope } from '#kernel'
import { conversionsSince, type PaperFilesTables, paperTotals } from '#paper-files'
import type { Context } from '#record'
import { bottleneckOf } from './bottleneck.ts'
import { type Forecast, limits, type Progress } from './contract.ts'
import { forecastOf, workingDays } from './forecast.ts'
import { inOrder, type LineEvent } from './line-event.ts'
import { pacesOf } from './pace.ts'
import { boardOf, eventsSince, narrowed, type Read } from './store.ts'

const day_ms = 86_400_000

/** How far the conversion is, for one office or for all of the caller's. Nothing in it is typed in. */
export async function viewProgress(
  context: Context,
  office: string | undefined,
): Promise<Progress> {
  const scope = narrowed(context.may('reporting.read'), office)
  const now = context.clock.now()
  const read: Read = context.read()
  const events = await eventsSince(read, scope, windowStart(context.clock))
  const totals = await paperTotals(context.read<PaperFilesTables>(), scope)
  const files = filesOf([...totals.values()])
  const daily = await convertedByDay(context, scope)
  return {
    at: now.toISOString(),
    files,
    week: lastWeek(daily, now),
    board: await boardOf(read, scope),
    paces: pacesOf(events),
    firstPass: firstPassOf(events),
    reasons: reasonsOf(events),
    forecast: forecastFor(files, daily, now),
    bottleneck: bottleneckOf(events),
  }
}

export function windowStart(clock: Clock): Date {
  return new Date(clock.now().getTime() - limits.window_days * day_ms)
}

type Totals = Awaited<ReturnType<typeof paperTotals>> extends Map<string, infer T> ? T : never

export function filesOf(totals: readonly Totals[]): Progress['files'] {
  const sum = (pick: (states: Totals) => number) =>
    totals.reduce((all, states) => all + pick(states), 0)
  return {
    all: sum((states) => Object.values(states).reduce((all, files) => all + files, 0)),
    converted: sum((states) => states.converted),
    found: sum((states) => states.found),
    notFound: sum((states) => states['not-found']),
    damaged: sum((states) => states.damaged),
    onLoan: sum((states) => states['on-loan']),
    onLine: sum((states) => states['on-line']),
  }
}

export type Daily = readonly { officeId: string; day: string; files: number }[]

/** Files that became converted, by office and day, over the window. */
export async function convertedByDay(context: Context, scope: Scope): Promise<Daily> {
  const from = windowStart(context.clock)
  return await conversionsSince(context.read<PaperFilesTables>(), scope, from)
}

export function lastWeek(daily: Daily, now: Date): number {
  const from = officeDate(new Date(now.getTime() - 7 * day_ms))
  return daily.filter(({ day }) => day > from).reduce((sum, { files }) => sum + files, 0)
}

/** The days before today, from the first on which a file was converted: before it there was no line. */
export function forecastFor(
  files: Pick<Progress['files'], 'all' | 'converted' | 'notFound'>,
  daily: Daily,
  now: Date,
): Forecast | null {
  const today = officeDate(now)
  const first = daily.map(({ day }) => day).sort()[0] ?? today
  const byDay = new Map<string, number>()
  for (const { day, files: count } of daily) byDay.set(day, (byDay.get(day) ?? 0) + count)
  const counts = workingDays(first, today).map((day) => byDay.get(day) ?? 0)
  // A file that was searched for and not found is not waited for.
  const remaining = files.all - files.converted - files.notFound
  return forecastOf({ remaining, daily: counts, today })
}

/** Documents of first checks, and how many of them were accepted. */
export function firstPassOf(events: readonly LineEvent[]): Progress['firstPass'] {
  const counted = new Set<string>()
  const yielded = { documents: 0, accepted: 0 }
  for (const { batchId, round, state, documents, rejected } of inOrder(events)) {
    // The first answer to a batch is its check's; a certifier may give it back after that.
    const answered = round === 1 && (state === 'certifying' || state === 'returned')
    if (!answered || counted.has(batchId)) continue
    counted.add(batchId)
    yielded.documents += documents
    yielded.accepted += documents - rejected
  }
  return yielded
}

export function reasonsOf(events: readonly LineEvent[]): Progress['reasons'] {
  const counts = new Map<string, number>()
  for (const { reasons } of events) {
    for (const [reason, documents] of Object.entries(reasons)) {
      counts.set(reason, (counts.get(reason) ?? 0) + documents)
    }
  }
  return [...counts]
    .map(([reason, documents]) => ({ reason, documents }))
    .sort((one, other) => other.documents - one.documents)
}
