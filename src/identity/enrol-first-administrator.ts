import type { z } from 'zod'
import type { Actor } from '#kernel'
import { idOf, sha256 } from '#platform/digests'
import type { Context } from '#record'
import type * as contract from './contract.ts'
import { recordEnrolment } from './enrol-person.ts'
import { plainCode } from './first-code.ts'
import type { Opened, SignIn } from './sign-in.ts'

export type FirstAdministrator = z.output<typeof contract.enrolFirstAdministrator.body>

/** The person acts before there is anybody who could allow it: the printed code is the permission. */
export type ContextAs = (actor: Actor) => Context

/**
 * Enrols the holder of the printed code as administrator and signs them in. The act is named by the code,
 * so whatever happens half-way, one code enrols one person.
 * @throws Refusal `identity.wrong_code`, `.too_many_tries`, `.office_unknown`, `.username_taken`
 */
export async function enrolFirstAdministrator(
  contextAs: ContextAs,
  signIn: SignIn,
  { code, name, username, password, officeId }: FirstAdministrator,
): Promise<Opened> {
  await signIn.checkFirstCode(code)
  const personId = idOf('identity.first-administrator', sha256(plainCode(code)))
  const role = 'administrator'
  const context = contextAs({
    person: personId,
    name,
    office: officeId,
    role,
    assurance: 'one-time-code',
  })
  const grants = [{ role, officeId } as const]
  await recordEnrolment(context, personId, { personId, name, username, position: null, grants })
  await signIn.enrolCredentials(personId, username, password)
  await signIn.spendFirstCode()
  return await signIn.signIn(username, password)
}
