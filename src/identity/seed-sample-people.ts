import { randomBytes } from 'node:crypto'
import { assert } from '#kernel'
import type { Context } from '#record'
import { enrolPerson } from './enrol-person.ts'
import { samplePeople, samplePersonId } from './sample-people.ts'
import type { SignIn } from './sign-in.ts'

/**
 * Enrols the sample people of the sample office, one of each role; repeated, it changes nothing. Nobody
 * knows their passwords: they are signed in as by one click.
 */
export async function seedSamplePeople(
  context: Context,
  signIn: SignIn,
  officeId: string,
): Promise<void> {
  assert(signIn.signInAsSample !== null, 'sample people live in the sample office')
  for (const person of samplePeople()) {
    const id = samplePersonId(person.username)
    assert(id !== null, 'a sample person has an id')
    const password = randomBytes(24).toString('base64url')
    await enrolPerson(context, signIn, { id, ...person, officeId, password })
  }
}
