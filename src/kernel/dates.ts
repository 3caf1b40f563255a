import { z } from 'zod'

/** A Bangkok calendar date of the Common Era, `2020-03-12`. Buddhist years exist on screens only. */
export type OfficeDate = string

export const OfficeDate = z.iso.date()

export const datePrecisions = ['day', 'month', 'year'] as const

/** How much of a date the paper tells. */
export type DatePrecision = (typeof datePrecisions)[number]

/** A date as far as the paper tells it: `date` is the first possible day. */
export const PaperDate = z.object({ date: OfficeDate, precision: z.enum(datePrecisions) })
export type PaperDate = z.infer<typeof PaperDate>
