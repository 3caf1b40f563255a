import { z } from 'zod'
import { defineRoute } from '#kernel'
import { OfficeCode } from '#offices/contract'

export const roles = [
  'head',
  'registrar',
  'inspector',
  'legal-officer',
  'finance',
  'benefits',
  'scanner',
  'checker',
  'certifier',
  'counter',
  'administrator',
  'auditor',
  'data-protection-officer',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

export const Person = z.object({
  personId: z.string(),
  username: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  grants: z.array(z.object({ role: Role, officeId: OfficeCode })),
  active: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** Who is signed in, and what the server lets them do. The web shows it and decides nothing. */
export const Me = z.object({
  person: Person.nullable(),
  officeId: OfficeCode.nullable(),
  officeName: z.string().nullable(),
  /** Actions allowed now, such as `documents.open`. */
  actions: z.array(z.string()),
  /** True until the first administrator has used the printed one-time code. */
  firstSignIn: z.boolean(),
  /** Only in the sample office: people to sign in as with one click. */
  samplePeople: z.array(z.object({ username: z.string(), name: z.string(), role: Role })),
})
export type Me = z.infer<typeof Me>

export const me = defineRoute({
  method: 'GET',
  path: '/me',
  action: null,
  summary: 'Who is signed in and what they may do',
  reply: Me,
})

const Username = z.string().regex(/^[a-z][a-z0-9._-]{2,40}$/)
const Password = z.string().min(12).max(200)

export const signIn = defineRoute({
  method: 'POST',
  path: '/sign-in',
  action: null,
  summary: 'Sign in with name and password',
  body: z.object({ username: z.string().max(60), password: z.string().max(200) }),
  reply: Me,
})

export const signOut = defineRoute({
  method: 'POST',
  path: '/sign-out',
  action: null,
  summary: 'End the session',
  body: z.object({}),
  reply: z.object({}),
})

export const enrolFirstAdministrator = defineRoute({
  method: 'POST',
  path: '/first-administrator',
  action: null,
  summary: 'Use the printed one-time code to become the first administrator',
  body: z.object({
    code: z.string(),
    name: z.string().trim().min(3).max(120),
    username: Username,
    password: Password,
    officeId: OfficeCode,
  }),
  reply: Me,
})

export const signInAsSample = defineRoute({
  method: 'POST',
  path: '/sample-sign-in',
  action: null,
  summary: 'Sign in as a sample person; exists in the sample office only',
  body: z.object({ username: z.string() }),
  reply: Me,
})

export const changePassword = defineRoute({
  method: 'POST',
  path: '/me/password',
  action: null,
  summary: 'Change the own password; every other session of the person ends',
  body: z.object({ current: z.string().max(200), next: Password }),
  reply: z.object({}),
})

export const listPeople = defineRoute({
  method: 'GET',
  path: '/people',
  action: 'identity.list-people',
  summary: 'People and their grants',
  reply: z.object({ people: z.array(Person) }),
})

export const enrolPerson = defineRoute({
  method: 'POST',
  path: '/people',
  action: 'identity.enrol',
  summary: 'Enrol a person with a first password and a role',
  body: z.object({
    id: z.uuid(),
    name: z.string().trim().min(3).max(120),
    username: Username,
    password: Password,
    position: z.string().max(120).nullable(),
    role: Role,
    officeId: OfficeCode,
  }),
  reply: Person,
})

const PersonParams = z.object({ personId: z.string().max(80) })
const ChangeGrant = z.object({ id: z.uuid(), role: Role, officeId: OfficeCode })

export const grantRole = defineRoute({
  method: 'POST',
  path: '/people/:personId/grants',
  action: 'identity.enrol',
  summary: 'Grant a person one more role in one office',
  params: PersonParams,
  body: ChangeGrant,
  reply: Person,
})

export const revokeGrant = defineRoute({
  method: 'POST',
  path: '/people/:personId/grants/revoke',
  action: 'identity.enrol',
  summary: 'Take a role in one office from a person; works at once',
  params: PersonParams,
  body: ChangeGrant,
  reply: Person,
})
