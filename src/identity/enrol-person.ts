import type { z } from 'zod'
import { type Id, Refusal, type Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context, StreamTables } from '#record'
import { commits, type Grant } from './commits.ts'
import type * as contract from './contract.ts'
import { refusals } from './refusals.ts'
import type { SignIn } from './sign-in.ts'
import { findPersonId, officeIsListed } from './store.ts'
import type { IdentityTables } from './tables.ts'

export type EnrolPerson = z.output<typeof contract.enrolPerson.body>

/**
 * Enrols a person with one role and a first password. The password is no part of the act: a repetition
 * finds the person and gives the password only if there is none yet.
 * @throws Refusal `identity.outside_own_offices`, `.office_unknown`, `.username_taken`
 */
export async function enrolPerson(
  context: Context,
  signIn: SignIn,
  { id, password, role, officeId, ...person }: EnrolPerson,
): Promise<contract.Person> {
  refuseOutside(context.may('identity.enrol'), officeId)
  const { name, username, position } = person
  const grants = [{ role, officeId }]
  await recordEnrolment(context, id, { personId: id, name, username, position, grants })
  await signIn.enrolCredentials(id, username, password)
  return { personId: id, username, name, position, grants, active: true }
}

/** @throws Refusal `identity.outside_own_offices` */
export function refuseOutside({ offices }: Scope, officeId: string): void {
  if (offices === 'all' || offices.includes(officeId)) return
  throw new Refusal(refusals.outside_own_offices, { officeId })
}

export type Enrolment = {
  personId: Id
  name: string
  username: string
  position: string | null
  grants: Grant[]
}

/** Records the person. The stream of the username makes two people of one name wait for each other. */
export async function recordEnrolment(
  context: Context,
  id: Id,
  enrolment: Enrolment,
): Promise<void> {
  const { personId, username, grants } = enrolment
  await context.record(
    {
      id,
      streams: [`person/${personId}`, `username/${username}`],
      guards: grants.map(({ officeId }) => `office/${officeId}` as const),
      input: enrolment,
    },
    async (read: ReadTables<IdentityTables & StreamTables>) => {
      for (const { officeId } of grants) {
        if (!(await officeIsListed(read, officeId)))
          throw new Refusal(refusals.office_unknown, { officeId })
      }
      if ((await findPersonId(read, username)) !== null)
        throw new Refusal(refusals.username_taken, { username })
      return commits.fact('identity.person-enrolled/1', enrolment)
    },
  )
}
