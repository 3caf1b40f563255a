export { decide, type Granted } from './decide.ts'
export {
  type ContextAs,
  enrolFirstAdministrator,
  type FirstAdministrator,
} from './enrol-first-administrator.ts'
export { type EnrolPerson, enrolPerson } from './enrol-person.ts'
export { listPeople } from './list-people.ts'
export { me, nobody } from './me.ts'
export type { Action } from './policy.ts'
export { projection as identityProjection } from './projection.ts'
export { identityHandlers, type SignInRoute, signInRoutes } from './routes.ts'
export { sampleActor } from './sample-people.ts'
export { seedSamplePeople } from './seed-sample-people.ts'
export {
  createSignIn,
  type Opened,
  type SignedIn,
  type SignIn,
  type SignInOptions,
} from './sign-in.ts'
export type { IdentityTables } from './tables.ts'
