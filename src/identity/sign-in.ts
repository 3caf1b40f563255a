import { isAPIError } from 'better-auth/api'
import { Pool } from 'pg'
import { type Clock, Fault, type Id, Refusal } from '#kernel'
import { connectionUrl, type Database } from '#platform/postgres'
import { type Auth, createAuth } from './auth.ts'
import type { Person } from './contract.ts'
import type { Granted, Home } from './decide.ts'
import { checkFirstCode, makeFirstCode, somebodyCanSignIn, spendFirstCode } from './first-code.ts'
import { refusals } from './refusals.ts'
import { isSamplePerson, samplePersonId } from './sample-people.ts'
import { findPerson } from './store.ts'
import type { IdentityTables } from './tables.ts'
import { createTries } from './tries.ts'

export const limits = { connections_max: 4 }

/** An actor whose session was found, with the grants of this moment. `grants` never goes into a commit. */
export type SignedIn = Granted

/** A session that was opened: what the browser is to be told, and whose it is. */
export type Opened = { readonly setCookie: string[]; readonly personId: Id }

export type Passwords = { readonly current: string; readonly next: string }

export type SignIn = {
  /** @throws Refusal `identity.wrong_credentials` (also for an unknown name), `identity.too_many_tries` */
  signIn(username: string, password: string): Promise<Opened>
  /** Ends the session, if there is one; gives the cookies that make the browser forget it. */
  signOut(headers: Headers): Promise<string[]>
  /**
   * A new password for whom the session stands for; every other session of theirs ends, and the
   * cookies go on with a new one. @throws Refusal `identity.wrong_password`, `.too_many_tries`
   */
  changePassword(headers: Headers, passwords: Passwords): Promise<string[]>
  /**
   * Whether it is really this person, once more before an act of weight. Sample people know no password and
   * are taken at their word. @throws Refusal `identity.wrong_password`, `.too_many_tries`
   */
  confirm(personId: string, password: string): Promise<'password' | 'sample-office'>
  /** Who the session cookie stands for; null without a living session of an active person. */
  personBySession(headers: Headers): Promise<SignedIn | null>
  /** Gives an enrolled person a first password. A person who has one keeps it. */
  enrolCredentials(personId: Id, username: string, password: string): Promise<void>
  /** Prints once at start: the one-time code of the first administrator, null once somebody can sign in. */
  firstCode(): Promise<string | null>
  /** @throws Refusal `identity.wrong_code`, `identity.too_many_tries` */
  checkFirstCode(code: string): Promise<void>
  spendFirstCode(): Promise<void>
  somebodyCanSignIn(): Promise<boolean>
  findPerson(personId: string): Promise<Person | null>
  officeName(code: string): Promise<string | null>
  readonly home: Home
  /** Null outside the sample office, so that no path leads there. */
  signInAsSample: ((username: string) => Promise<Opened>) | null
  close(): Promise<void>
}

export type SignInOptions = {
  database: Database
  clock: Clock
  /** Where browsers reach this server; cookies are `Secure` when it begins with https. */
  baseUrl: string
  /** At least 32 characters of chance that the app keeps in a file; another one ends all sessions. */
  secret: string
  sampleOffice: boolean
  /** The short name of an office, which another module knows. */
  officeName(code: string): Promise<string | null>
  home: Home
}

export async function createSignIn(options: SignInOptions): Promise<SignIn> {
  const { database, clock, sampleOffice, officeName, home } = options
  const pool = openSecretPool(database)
  const auth = createAuth({ pool, baseUrl: options.baseUrl, secret: options.secret })
  const tries = { password: createTries(clock), code: createTries(clock) }
  const person = (id: string) => findPerson(database.reader.tables<IdentityTables>(), id)
  await pool.query('delete from secret.session where "expiresAt" < $1', [clock.now()])
  return {
    async signIn(username, password) {
      tries.password.count(username.toLowerCase())
      const opened = await signInByPassword(auth, username, password)
      const found = await person(opened.personId)
      if (!found?.active) throw new Refusal(refusals.wrong_credentials)
      return opened
    },
    signOut: (headers) => signOut(auth, headers),
    async changePassword(headers, passwords) {
      const session = await sessionOf(auth, headers)
      if (session === null) throw new Refusal(refusals.not_allowed)
      tries.password.count(session.user.id)
      return await changePassword(auth, headers, passwords)
    },
    async confirm(personId, password) {
      tries.password.count(personId)
      return await confirm(auth, { personId, password, sampleOffice })
    },
    async personBySession(headers) {
      const session = await sessionOf(auth, headers)
      const found = session && (await person(session.user.id))
      return found?.active ? signedInAs(found) : null
    },
    enrolCredentials: (personId, username, password) =>
      enrolCredentials(auth, { personId, username, password }, clock.now()),
    firstCode: () => makeFirstCode(pool, clock),
    async checkFirstCode(code) {
      tries.code.count('first-code')
      await checkFirstCode(pool, code)
    },
    spendFirstCode: () => spendFirstCode(pool),
    somebodyCanSignIn: () => somebodyCanSignIn(pool),
    findPerson: person,
    officeName,
    home,
    signInAsSample: sampleOffice ? (username) => signInAsSample(auth, username) : null,
    close: () => pool.end(),
  }
}

/** The actor that a person is: acting in the role and office that were granted first. */
export function signedInAs({ personId, name, position, grants }: Person): SignedIn {
  const [first] = grants
  return {
    person: personId,
    name,
    office: first?.officeId ?? '',
    ...(position === null ? {} : { position }),
    role: first?.role ?? 'none',
    assurance: 'password',
    grants,
  }
}

/** The library names its tables without a schema, so its sessions look into `secret` only. */
export function openSecretPool(database: Database): Pool {
  const pool = new Pool({
    connectionString: connectionUrl(database.settings),
    options: '-c search_path=secret',
    // One of this process's own sessions, for whoever asks if another process uses the server.
    application_name: `faem-${process.pid}`,
    max: limits.connections_max,
    allowExitOnIdle: true,
  })
  // A session that ends is replaced at the next use; unheard, the event would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function signInByPassword(auth: Auth, username: string, password: string): Promise<Opened> {
  try {
    const { headers, response } = await auth.api.signInUsername({
      body: { username: username.toLowerCase(), password },
      returnHeaders: true,
    })
    return { setCookie: headers.getSetCookie(), personId: response.user.id }
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw new Refusal(refusals.wrong_credentials)
    throw failed(error)
  }
}

async function signInAsSample(auth: Auth, username: string): Promise<Opened> {
  const personId = samplePersonId(username)
  if (personId === null) throw new Refusal(refusals.person_unknown, { username })
  const { headers, response } = await auth.api
    .openSession({ body: { userId: personId }, returnHeaders: true })
    .catch((error: unknown) => {
      throw failed(error)
    })
  if (!response.opened) throw new Refusal(refusals.person_unknown, { username })
  return { setCookie: headers.getSetCookie(), personId }
}

async function signOut(auth: Auth, headers: Headers): Promise<string[]> {
  const ended = await auth.api.signOut({ headers, returnHeaders: true }).catch((error: unknown) => {
    throw failed(error)
  })
  return ended.headers.getSetCookie()
}

async function changePassword(
  auth: Auth,
  headers: Headers,
  { current, next }: Passwords,
): Promise<string[]> {
  try {
    const changed = await auth.api.changePassword({
      body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    })
    return changed.headers.getSetCookie()
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) throw new Refusal(refusals.wrong_password)
    throw failed(error)
  }
}

async function confirm(
  auth: Auth,
  { personId, password, sampleOffice }: Omit<Credentials, 'username'> & { sampleOffice: boolean },
): Promise<'password' | 'sample-office'> {
  const context = await auth.$context
  const account = await context.internalAdapter.findCredentialAccount(personId)
  const hash = account?.password ?? null
  // Whatever password was drawn for them, nobody was ever told it.
  if (sampleOffice && isSamplePerson(personId)) return 'sample-office'
  if (hash !== null && (await context.password.verify({ hash, password }))) return 'password'
  throw new Refusal(refusals.wrong_password)
}

async function sessionOf(auth: Auth, headers: Headers) {
  return await auth.api.getSession({ headers }).catch((error: unknown) => {
    throw failed(error)
  })
}

type Credentials = { personId: string; username: string; password: string }

async function enrolCredentials(auth: Auth, credentials: Credentials, now: Date): Promise<void> {
  const { personId, username, password } = credentials
  const { adapter, internalAdapter } = await auth.$context
  const user = await internalAdapter.findUserById(personId)
  if (user === null) {
    const facts = { name: username, email: `${username}@faem.invalid`, emailVerified: false }
    await adapter.create({
      model: 'user',
      data: { id: personId, ...facts, username, createdAt: now, updatedAt: now },
      forceAllowId: true,
    })
  }
  if ((await internalAdapter.findCredentialAccount(personId)) !== null) return
  const { hash } = (await auth.$context).password
  await internalAdapter.linkAccount({
    userId: personId,
    providerId: 'credential',
    accountId: personId,
    password: await hash(password),
  })
}

function failed(cause: unknown): Fault {
  return new Fault('identity.sign_in_failed', 'The sign-in tables could not be used', cause)
}
