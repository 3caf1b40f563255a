import { z } from 'zod'
import { unreachable } from '#kernel'
import { Severity } from '../contract.ts'

/** How an office's batches are looked at, and what the switching rules remember of earlier ones. */
export const Switching = z.object({
  severity: Severity,
  /** Results of the last lots at this severity, newest last: up to five. */
  recent: z.array(z.boolean()),
  /** Lots not accepted since tightened inspection began. */
  refused: z.int(),
  /** The switching score, which counts under normal inspection. */
  score: z.int(),
})
export type Switching = z.infer<typeof Switching>

export const startingSwitching: Switching = begin('normal')

/** What happened to a lot when it was looked at for the first time. */
export type LotResult = {
  readonly accepted: boolean
  /** Of the plan that decided. */
  readonly acceptance: number
  /** Whether it would have been accepted at the next stricter quality limit. */
  readonly acceptedTighter: boolean
}

const rules = {
  remembered: 5,
  refusedToTighten: 2,
  acceptedToNormal: 5,
  refusedToStop: 5,
  scoreToReduce: 30,
}

/**
 * The switching rules of ISO 2859-1, clause 9.3. Reduced inspection is begun only where the office allows
 * it. Sampling that was discontinued begins again, tightened, after five lots looked at in full were good.
 */
export function afterLot(
  switching: Switching,
  lot: LotResult,
  policy: { readonly reducedAllowed: boolean },
): Switching {
  const recent = [...switching.recent, lot.accepted].slice(-rules.remembered)
  const refused = switching.refused + (lot.accepted ? 0 : 1)
  const allGood = recent.length >= rules.acceptedToNormal && recent.every((accepted) => accepted)
  switch (switching.severity) {
    case 'normal': {
      const score = scoreAfter(switching.score, lot)
      const bad = recent.filter((accepted) => !accepted).length
      if (bad >= rules.refusedToTighten) return begin('tightened')
      if (score >= rules.scoreToReduce && policy.reducedAllowed) return begin('reduced')
      return { ...switching, recent, score }
    }
    case 'tightened':
      if (refused >= rules.refusedToStop) return begin('discontinued')
      if (allGood) return begin('normal')
      return { ...switching, recent, refused }
    case 'reduced':
      return lot.accepted ? { ...switching, recent } : begin('normal')
    case 'discontinued':
      return allGood ? begin('tightened') : { ...switching, recent }
    default:
      return unreachable(switching.severity)
  }
}

function begin(severity: Switching['severity']): Switching {
  return { severity, recent: [], refused: 0, score: 0 }
}

function scoreAfter(score: number, { accepted, acceptance, acceptedTighter }: LotResult): number {
  if (acceptance >= 2) return acceptedTighter ? score + 3 : 0
  return accepted ? score + 2 : 0
}
