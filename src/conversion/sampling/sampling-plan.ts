import { z } from 'zod'
import { assert } from '#kernel'
import type { InspectionLevel } from '../contract.ts'
import seed from './sampling-seed.json' with { type: 'json' }

export type Sampled = 'normal' | 'tightened' | 'reduced'

/** Look at `size` units: accept the lot up to `acceptance` bad ones, from `rejection` on do not. */
export type SamplingPlan = {
  readonly letter: string
  readonly size: number
  readonly acceptance: number
  readonly rejection: number
}

const Arrow = z.enum(['up', 'down'])
const Severity = z.object({
  /** Sample sizes by code letter. */
  sizes: z.array(z.int()),
  /** The code letter, by number, of the plan without a fault in the first column. */
  zeroAt: z.int(),
  run: z.array(z.union([z.int(), Arrow])),
})
const { lots, letters, aqls, severities } = z
  .object({
    lots: z.array(
      z.object({ most: z.int().nullable(), I: z.string(), II: z.string(), III: z.string() }),
    ),
    letters: z.array(z.string()),
    aqls: z.array(z.number()),
    severities: z.object({ normal: Severity, tightened: Severity, reduced: Severity }),
  })
  .parse(seed)

/** The quality limits that the standard has columns for, strictest first. */
export const qualityLimits: readonly number[] = aqls

/** Sizes of lots that have one code letter. `most` is null in the last. */
export const lotSizes: readonly { least: number; most: number | null }[] = lots.map(
  ({ most }, index) => ({ least: (lots[index - 1]?.most ?? 1) + 1, most }),
)

/** The code letter of a lot at a general inspection level. */
export function codeLetter(lot: number, level: InspectionLevel): string {
  const row = lots.find(({ most }) => most === null || lot <= most)
  assert(row, 'the last row has no end')
  return row[level]
}

/** The plan for a code letter. An arrow leads to the next plan below it, or above it, in its column. */
export function planForLetter(letter: string, aql: number, severity: Sampled): SamplingPlan {
  const { sizes, zeroAt, run } = severities[severity]
  const column = aqls.indexOf(aql)
  assert(column >= 0, `the table has a column for ${aql}`)
  const start = letters.indexOf(letter)
  assert(start >= 0, `the table has a row for ${letter}`)
  // Each column to the right stands one row higher.
  const zero = zeroAt - column
  const cell = (row: number) => cellAt(row - zero, run)
  const step = cell(start) === 'up' ? -1 : 1
  const row = search(start, step) ?? search(start, -step)
  assert(row !== null, 'every column has a plan')
  const acceptance = Number(cell(row))
  return {
    letter: letters[row] ?? letter,
    size: sizes[row] ?? 0,
    acceptance,
    rejection: acceptance + 1,
  }

  function search(from: number, by: number): number | null {
    for (let row = from; row >= 0 && row < sizes.length; row += by) {
      if (typeof cell(row) === 'number') return row
    }
    return null
  }
}

function cellAt(place: number, run: readonly (number | 'up' | 'down')[]): number | 'up' | 'down' {
  if (place < 0) return 'down'
  return run[place] ?? 'up'
}

/** The next stricter column; null from the strictest. */
export function oneStepTighter(aql: number): number | null {
  return aqls[aqls.indexOf(aql) - 1] ?? null
}
