import { z } from 'zod'
import { defineRoute, OfficeDate } from '#kernel'
import { OfficeCode } from '#offices/contract'

export const limits = {
  /** Four weeks: long enough for a bad day not to count much, short enough to follow the line. */
  window_days: 28,
  /** The latest events of the window; a larger nation is judged by these. */
  events_max: 50_000,
  page_size: 100,
  offices_max: 500,
}

export const lineStates = ['scanning', 'checking', 'returned', 'certifying', 'certified'] as const
export const LineState = z.enum(lineStates)
export type LineState = z.infer<typeof LineState>

/** Where people work on batches, in the order of the line. */
export const stations = ['scan', 'check', 'certify'] as const
export const Station = z.enum(stations)
export type Station = z.infer<typeof Station>

/** When the last file will be converted, and the range of days between which it will be, four times in five. */
export const Forecast = z.object({
  remaining: z.int(),
  /** Files a working day, over the working days looked at. */
  perDay: z.number(),
  days: z.int(),
  earliest: OfficeDate,
  likely: OfficeDate,
  /** Null: the line is too uneven to say. */
  latest: OfficeDate.nullable(),
})
export type Forecast = z.infer<typeof Forecast>

export const Pace = z.object({
  station: Station,
  people: z.int(),
  batches: z.int(),
  pages: z.int(),
  hours: z.number(),
  pagesPerHour: z.number().nullable(),
})
export type Pace = z.infer<typeof Pace>

export const Bottleneck = z.object({
  station: Station,
  /** Of the working days looked at, the share on which each later station ran out of work. */
  dryDays: z.record(Station, z.number()),
})
export type Bottleneck = z.infer<typeof Bottleneck>

const Yield = z.object({
  /** Documents of first checks. */
  documents: z.int(),
  accepted: z.int(),
})

export const Progress = z.object({
  at: z.iso.datetime(),
  files: z.object({
    all: z.int(),
    converted: z.int(),
    found: z.int(),
    notFound: z.int(),
    damaged: z.int(),
    onLoan: z.int(),
    onLine: z.int(),
  }),
  /** Files that became converted in the last seven days. */
  week: z.int(),
  board: z.array(
    z.object({
      state: LineState,
      batches: z.int(),
      pages: z.int(),
      oldest: z.iso.datetime().nullable(),
    }),
  ),
  paces: z.array(Pace),
  firstPass: Yield,
  reasons: z.array(z.object({ reason: z.string(), documents: z.int() })),
  forecast: Forecast.nullable(),
  bottleneck: Bottleneck.nullable(),
})
export type Progress = z.infer<typeof Progress>

export const OfficeProgress = z.object({
  officeId: OfficeCode,
  officeName: z.string(),
  files: z.int(),
  converted: z.int(),
  week: z.int(),
  firstPass: Yield,
  forecast: Forecast.nullable(),
})
export type OfficeProgress = z.infer<typeof OfficeProgress>

export const BoardBatch = z.object({
  batchId: z.string(),
  officeId: z.string(),
  number: z.string(),
  accountNo: z.string().nullable(),
  employerName: z.string().nullable(),
  state: LineState,
  since: z.iso.datetime(),
  round: z.int(),
  pages: z.int(),
  documents: z.int(),
  owner: z.string(),
})
export type BoardBatch = z.infer<typeof BoardBatch>

export const viewProgress = defineRoute({
  method: 'GET',
  path: '/progress',
  action: 'reporting.read',
  summary: 'How far the conversion is, computed from the record; without an office: all of them',
  query: z.object({ office: OfficeCode.optional() }),
  reply: Progress,
})

export const listProgress = defineRoute({
  method: 'GET',
  path: '/progress/offices',
  action: 'reporting.read',
  summary: 'The same figures by office',
  reply: z.object({ offices: z.array(OfficeProgress) }),
})

export const listBoard = defineRoute({
  method: 'GET',
  path: '/progress/batches',
  action: 'reporting.read',
  summary: 'Batches in a state, those that wait longest first, with who acted on them last',
  query: z.object({ office: OfficeCode.optional(), state: LineState }),
  reply: z.object({ batches: z.array(BoardBatch) }),
})
