import { sha256 } from '#platform/digests'
import type { CheckPlan, SamplingChoice } from './contract.ts'
import { codeLetter, oneStepTighter, planForLetter } from './sampling/sampling-plan.ts'
import type { LotResult, Switching } from './sampling/switching.ts'

/** A document to look at, and why. */
export type CheckTask = {
  readonly documentId: string
  readonly why: 'sample' | 'mandatory' | 'rest' | 'again' | 'planted'
}

/** The plan of one check, with what draws its sample again. */
export type DrawnPlan = CheckPlan & { readonly seed: string; readonly sampled: readonly string[] }

export type LotDocument = {
  readonly documentId: string
  readonly type: string
  /** Accepted in an earlier round and unchanged since. */
  readonly accepted: boolean
}

type Lot = {
  documents: readonly LotDocument[]
  round: number
  switching: Switching
  policy: SamplingChoice
  seed: string
}

/** Which documents of a batch are looked at. In a second round: all that are not accepted yet. */
export function drawPlan({ documents, round, switching, policy, seed }: Lot): DrawnPlan {
  const { severity } = switching
  const lot = documents.length
  const mandatory = documents.filter(({ type }) => policy.mandatoryTypes.includes(type))
  const { level, aql } = policy
  const base = { severity, level, aql, lot, seed, sampled: [], mandatory: 0 }
  const none = { ...base, codeLetter: null, sample: 0, acceptance: 0, rejection: 1 }
  if (round > 1) return { ...none, fullBecause: 'second-round' }
  if (severity === 'discontinued') return { ...none, fullBecause: 'discontinued' }
  const { letter, size, acceptance, rejection } = planForLetter(
    codeLetter(lot, level),
    aql,
    severity,
  )
  const sampled = drawn(documents, seed).slice(0, size)
  const further = mandatory.filter(({ documentId }) => !sampled.includes(documentId)).length
  return {
    ...{ ...base, codeLetter: letter, sample: sampled.length, acceptance, rejection, sampled },
    mandatory: further,
    // A sample that would be the whole lot is no sample.
    fullBecause: size >= lot ? 'small-lot' : null,
  }
}

/** By the digest of seed and id: chance that anybody can draw again. */
function drawn(documents: readonly LotDocument[], seed: string): string[] {
  return documents
    .map(({ documentId }) => ({ documentId, key: sha256(`${seed} ${documentId}`) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ documentId }) => documentId)
}

/** The tasks of a plan, in the order of the batch. */
export function tasksOf(
  plan: DrawnPlan,
  documents: readonly LotDocument[],
  mandatoryTypes: readonly string[],
): CheckTask[] {
  return documents.flatMap(({ documentId, type, accepted }): CheckTask[] => {
    if (plan.fullBecause === 'second-round') return accepted ? [] : [{ documentId, why: 'again' }]
    if (plan.sampled.includes(documentId)) return [{ documentId, why: 'sample' }]
    if (mandatoryTypes.includes(type)) return [{ documentId, why: 'mandatory' }]
    return plan.fullBecause === null ? [] : [{ documentId, why: 'rest' }]
  })
}

/** The lot's result by its sample; null where no lot is judged: in a second round. */
export function lotResult(plan: DrawnPlan, rejected: ReadonlySet<string>): LotResult | null {
  if (plan.fullBecause === 'second-round') return null
  const bad =
    plan.fullBecause === 'discontinued'
      ? rejected.size
      : plan.sampled.filter((documentId) => rejected.has(documentId)).length
  const accepted = bad <= plan.acceptance
  const tighter = oneStepTighter(plan.aql)
  const severity = plan.severity === 'discontinued' ? 'tightened' : plan.severity
  const letter = codeLetter(plan.lot, plan.level ?? 'II')
  const stricter = tighter === null ? null : planForLetter(letter, tighter, severity)
  const acceptedTighter = accepted && stricter !== null && bad <= stricter.acceptance
  return { accepted, acceptance: plan.acceptance, acceptedTighter }
}
