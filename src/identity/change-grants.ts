import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context, StreamTables } from '#record'
import { commits, type Grant } from './commits.ts'
import { refuseOutside } from './enrol-person.ts'
import { refusals } from './refusals.ts'
import { findPerson, officeIsListed } from './store.ts'
import type { IdentityTables } from './tables.ts'

/** A grant to give or to take, and the id of the act. */
export type ChangeGrant = Grant & { id: Id; personId: Id }

/** @throws Refusal `identity.outside_own_offices`, `.office_unknown`, `.person_unknown`, `.already_granted` */
export async function grantRole(context: Context, { id, ...grant }: ChangeGrant): Promise<void> {
  refuseOutside(context.may('identity.enrol'), grant.officeId)
  const act = {
    id,
    streams: [`person/${grant.personId}` as const],
    guards: [`office/${grant.officeId}` as const],
    input: grant,
  }
  await context.record(act, async (read: ReadTables<IdentityTables & StreamTables>) => {
    if (!(await officeIsListed(read, grant.officeId))) throw new Refusal(refusals.office_unknown)
    if (await hasGrant(read, grant)) throw new Refusal(refusals.already_granted)
    return commits.fact('identity.role-granted/1', grant)
  })
}

/** @throws Refusal `identity.outside_own_offices`, `.person_unknown`, `.not_granted` */
export async function revokeGrant(context: Context, { id, ...grant }: ChangeGrant): Promise<void> {
  refuseOutside(context.may('identity.enrol'), grant.officeId)
  const act = { id, streams: [`person/${grant.personId}` as const], input: grant }
  await context.record(act, async (read: ReadTables<IdentityTables>) => {
    if (!(await hasGrant(read, grant))) throw new Refusal(refusals.not_granted)
    return commits.fact('identity.grant-revoked/1', grant)
  })
}

async function hasGrant(
  read: ReadTables<IdentityTables>,
  { personId, role, officeId }: Omit<ChangeGrant, 'id'>,
): Promise<boolean> {
  const person = await findPerson(read, personId)
  if (person === null) throw new Refusal(refusals.person_unknown, { personId })
  return person.grants.some((grant) => grant.role === role && grant.officeId === officeId)
}
