import { certifiableBatch } from '#conversion'
import { type Id, Refusal, type Scope } from '#kernel'
import { idOf } from '#platform/digests'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { type Duty, duties, type RuleFinding } from './contract.ts'
import { dutyActions, whyNotSign } from './duties.ts'
import { refusals } from './refusals.ts'
import { checkRules } from './rules.ts'
import { batchDigest, looksOf, type Read, signaturesOf, signingOf } from './store.ts'
import { wording } from './wording.ts'

/** Asks a person once more who they are. @throws Refusal when the password is wrong */
export type Confirm = (personId: string, password: string) => Promise<'password' | 'sample-office'>

export type SignBatches = {
  readonly id: Id
  readonly duty: Duty
  /** Each with the digest that the person saw: other documents are not signed unseen. */
  readonly batches: readonly { batchId: string; digest: string }[]
  readonly password: string
}

/**
 * Signs for a duty of some batches, one commit each.
 * @throws Refusal `certification.converter_may_not`, `.not_a_converter`, `.checker_may_not`, `.looked_too_little`,
 *   `.signed_already`, `.rules_unmet`, `conversion.moved_meanwhile`-like states as `conversion.not_to_certify`
 */
export async function signBatches(
  context: Context,
  { id, duty, batches, password }: SignBatches,
  confirm: Confirm,
): Promise<{ signed: string[] }> {
  const scope = context.may(dutyActions[duty])
  const confirmedBy = await confirm(context.actor.person, password)
  const signed: string[] = []
  for (const { batchId, digest } of batches) {
    const act = {
      id: idOf('certification.sign', id, batchId),
      streams: [`batch/${batchId}`] as const,
      input: { batchId, duty, digest },
    }
    await context.record(act, (read: Read) =>
      decideSigning(context, read, { scope, batchId, digest, duty, confirmedBy }),
    )
    signed.push(batchId)
  }
  return { signed }
}

type Deciding = {
  scope: Scope
  batchId: string
  digest: string
  duty: Duty
  confirmedBy: 'password' | 'sample-office'
}

async function decideSigning(context: Context, read: Read, asked: Deciding) {
  const { scope, batchId, digest, duty, confirmedBy } = asked
  const batch = await certifiableBatch(read, scope, batchId)
  if (batch.certified) throw new Refusal(refusals.signed_complete, { batchId })
  if (batchDigest(batch) !== digest) throw new Refusal(refusals.documents_differ, { batchId })
  const signatures = await signaturesOf(read, batch)
  const earlier = signatures.find((signature) => signature.duty === duty)
  if (earlier) throw new Refusal(refusals.signed_already, { duty, name: earlier.name })
  const looked = (await looksOf(read, batch, context.actor.person)).length
  const refused = whyNotSign(signingOf(batch, { duty, person: context.actor.person, looked }))
  if (refused !== null) throw refused
  refuseUnmet(checkRules(batch))
  return commits.fact('certification.signed/1', {
    ...{ batchId, duty, digest, confirmedBy },
    officeId: batch.officeId,
    round: batch.round,
    wording,
    documentsLookedAt: looked,
  })
}

/** @throws Refusal `certification.rules_unmet` naming the rules that failed */
function refuseUnmet(findings: readonly RuleFinding[]): void {
  const failed = findings.filter(({ passed }) => !passed)
  if (failed.length === 0) return
  throw new Refusal(refusals.rules_unmet, { rules: failed.map(({ rule }) => rule).join(', ') })
}

/** Whether all four have signed. */
export function isComplete(signatures: readonly { duty: Duty }[]): boolean {
  return duties.every((duty) => signatures.some((signature) => signature.duty === duty))
}
