import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context, StreamTables } from '#record'
import { commits, type Grant } from './commits.ts'
import type { Person } from './contract.ts'
import { refuseOutside } from './enrol-person.ts'
import { refusals } from './refusals.ts'
import { findPerson, officeIsListed } from './store.ts'
import type { IdentityTables } from './tables.ts'

/** A grant to give or to take, and the id of the act. */
export type ChangeGrant = Grant & { id: Id; personId: Id }

/** @throws Refusal `identity.outside_own_offices`, `.office_unknown`, `.person_unknown`, `.already_granted` */
export async function grantRole(context: Context, { id, ...grant }: ChangeGrant): Promise<Person> {
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
  return await personOf(context.read<IdentityTables>(), grant.personId)
}

/** @throws Refusal `identity.outside_own_offices`, `.person_unknown`, `.not_granted`, `.own_administration` */
export async function revokeGrant(
  context: Context,
  { id, ...grant }: ChangeGrant,
): Promise<Person> {
  refuseOutside(context.may('identity.enrol'), grant.officeId)
  // An office whose last administrator gave the role back could let nobody in any more.
  if (grant.role === 'administrator' && grant.personId === context.actor.person)
    throw new Refusal(refusals.own_administration)
  const act = { id, streams: [`person/${grant.personId}` as const], input: grant }
  await context.record(act, async (read: ReadTables<IdentityTables>) => {
    if (!(await hasGrant(read, grant))) throw new Refusal(refusals.not_granted)
    return commits.fact('identity.grant-revoked/1', grant)
  })
  return await personOf(context.read<IdentityTables>(), grant.personId)
}

async function hasGrant(
  read: ReadTables<IdentityTables>,
  { personId, role, officeId }: Omit<ChangeGrant, 'id'>,
): Promise<boolean> {
  const { grants } = await personOf(read, personId)
  return grants.some((grant) => grant.role === role && grant.officeId === officeId)
}

async function personOf(read: ReadTables<IdentityTables>, personId: string): Promise<Person> {
  const person = await findPerson(read, personId)
  if (person === null) throw new Refusal(refusals.person_unknown, { personId })
  return person
}
