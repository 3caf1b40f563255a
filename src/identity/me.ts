import type { Actor } from '#kernel'
import type { Me } from './contract.ts'
import { allowedActions } from './decide.ts'
import { samplePeople } from './sample-people.ts'
import { type SignIn, signedInAs } from './sign-in.ts'

/** Stands in a request's context while nobody is signed in. Has no grants, and never acts. */
export const nobody: Actor = {
  person: 'nobody',
  name: 'nobody',
  office: '',
  role: 'none',
  assurance: 'system',
}

/** What a screen needs to know of the person, or of nobody. */
export async function me(signIn: SignIn, personId: string): Promise<Me> {
  const person = await signIn.findPerson(personId)
  const shown = person?.active ? person : null
  const officeId = (shown && signedInAs(shown).office) || null
  return {
    person: shown,
    officeId,
    officeName: officeId && (await signIn.officeName(officeId)),
    actions: shown ? allowedActions(shown.grants, signIn.home) : [],
    firstSignIn: !(await signIn.somebodyCanSignIn()),
    samplePeople: signIn.signInAsSample
      ? samplePeople().map(({ username, name, role }) => ({ username, name, role }))
      : [],
  }
}
