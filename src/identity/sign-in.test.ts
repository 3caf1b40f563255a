import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import { type Actor, newId } from '#kernel'
import { officesProjection, seedOffices } from '#offices'
import { createContext, rebuild, stateDigest, systemActor } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { authOptions } from './auth.ts'
import { grantRole, revokeGrant } from './change-grants.ts'
import { decide } from './decide.ts'
import {
  createSignIn,
  enrolFirstAdministrator,
  enrolPerson,
  identityProjection,
  listPeople,
  me,
  type SignedIn,
  type SignIn,
  seedSamplePeople,
  signInRoutes,
} from './index.ts'
import { openSecretPool } from './sign-in.ts'
import { limits as tryLimits } from './tries.ts'

const secret = 'f'.repeat(64)
const password = 'รหัสผ่านยาวพอสมควร'

type Setting = AsyncDisposable & {
  office: TestOffice
  signIn: SignIn
  as(actor: Actor | SignedIn): TestOffice['context']
}

/** An office with the listed offices and the real sign-in; each actor's context decides by grants. */
async function setting({ sampleOffice = false } = {}): Promise<Setting> {
  const office = await testOffice({ projections: [officesProjection, identityProjection] })
  const { database, clock } = office.powers
  await seedOffices(office.context)
  const signIn = await createSignIn({
    database,
    clock,
    baseUrl: 'http://localhost:8080',
    secret,
    sampleOffice,
    officeName: async (code) => `office ${code}`,
    home: '6000',
  })
  return {
    office,
    signIn,
    as(actor) {
      // Grants decide, and are not sealed into the commit.
      const { grants, ...plain } = { grants: [], ...actor }
      return createContext(office.powers, plain, (action) =>
        decide({ ...plain, grants }, action, '6000'),
      )
    },
    async [Symbol.asyncDispose]() {
      await signIn.close()
      await office[Symbol.asyncDispose]()
    },
  }
}

function asCookie(setCookie: readonly string[]): Headers {
  return new Headers({ cookie: setCookie.map((line) => line.split(';')[0]).join('; ') })
}

function aClerk(username = 'somjai', officeId = '6000') {
  const id = newId(new Date())
  const names = { name: 'สมใจ ตัวอย่าง', username, position: null }
  return { id, ...names, password, role: 'registrar' as const, officeId }
}

test('the tables hold everything that the sign-in library asks for', async () => {
  await using office = await testOffice({ projections: [] })
  const pool = openSecretPool(office.powers.database)
  const options = authOptions({ pool, baseUrl: 'http://localhost:8080', secret })
  const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations(options)
  assert.deepEqual({ toBeCreated, toBeAdded }, { toBeCreated: [], toBeAdded: [] })
  assert.equal((await compileMigrations()).replaceAll(';', '').trim(), '')
  await pool.end()
})

test('an enrolled person signs in, is known by the cookie, and is unknown after signing out', async () => {
  await using set = await setting()
  const clerk = aClerk()
  await enrolPerson(set.as(systemActor('1000')), set.signIn, clerk)
  const opened = await set.signIn.signIn('Somjai', password)
  assert.equal(opened.personId, clerk.id)
  assert.match(opened.setCookie.join(), /HttpOnly/)
  assert.match(opened.setCookie.join(), /SameSite=Lax/i)
  const headers = asCookie(opened.setCookie)
  const signedIn = await set.signIn.personBySession(headers)
  assert.deepEqual(signedIn, {
    person: clerk.id,
    name: clerk.name,
    office: '6000',
    role: 'registrar',
    assurance: 'password',
    grants: [{ role: 'registrar', officeId: '6000' }],
  })
  await set.signIn.signOut(headers)
  assert.equal(await set.signIn.personBySession(headers), null)
  assert.equal(await set.signIn.personBySession(new Headers()), null)
})

test('a wrong password, an unknown name and a name that cannot be are refused alike', async () => {
  await using set = await setting()
  await enrolPerson(set.as(systemActor('1000')), set.signIn, aClerk())
  const wrong = { code: 'identity.wrong_credentials' }
  await assert.rejects(set.signIn.signIn('somjai', 'not the password'), wrong)
  await assert.rejects(set.signIn.signIn('somsak', password), wrong)
  await assert.rejects(set.signIn.signIn('สมใจ', password), wrong)
  await assert.rejects(set.signIn.signIn('', ''), wrong)
})

test('a password without an enrolled person opens nothing', async () => {
  await using set = await setting()
  await set.signIn.enrolCredentials(newId(new Date()), 'eve', password)
  await assert.rejects(set.signIn.signIn('eve', password), { code: 'identity.wrong_credentials' })
  assert.equal(await set.signIn.somebodyCanSignIn(), false)
})

test('after ten tries in a minute even the right password is refused', async () => {
  await using set = await setting()
  await enrolPerson(set.as(systemActor('1000')), set.signIn, aClerk())
  for (let n = 0; n < tryLimits.tries_a_minute_max; n++) {
    await assert.rejects(set.signIn.signIn('somjai', 'x'), { code: 'identity.wrong_credentials' })
  }
  await assert.rejects(set.signIn.signIn('SOMJAI', password), { code: 'identity.too_many_tries' })
})

test('the one-time code makes one administrator, once', async () => {
  await using set = await setting()
  const old = await set.signIn.firstCode()
  const code = await set.signIn.firstCode()
  assert.ok(old && code)
  const asked = { name: 'ธนา ตัวอย่าง', username: 'thana', password, officeId: '1000' }
  const enrol = (text: string) =>
    enrolFirstAdministrator(set.as, set.signIn, { ...asked, code: text })
  await assert.rejects(enrol(old), { code: 'identity.wrong_code' })
  assert.equal((await me(set.signIn, 'nobody')).firstSignIn, true)
  const { personId } = await enrol(code.toLowerCase())
  const shown = await me(set.signIn, personId)
  assert.equal(shown.firstSignIn, false)
  assert.equal(shown.officeName, 'office 1000')
  assert.ok(shown.actions.includes('identity.enrol') && !shown.actions.includes('documents.open'))
  await assert.rejects(
    enrolFirstAdministrator(set.as, set.signIn, { ...asked, username: 'somsak', code }),
    { code: 'identity.wrong_code' },
  )
  assert.equal(await set.signIn.firstCode(), null)
})

test('a first administrator whom a crash left without a password finishes with the same code', async () => {
  await using set = await setting()
  const code = await set.signIn.firstCode()
  assert.ok(code)
  const asked = { code, name: 'ธนา ตัวอย่าง', username: 'thana', password, officeId: '1000' }
  const crashing: SignIn = {
    ...set.signIn,
    enrolCredentials: () => Promise.reject(new Error('the power failed')),
  }
  await assert.rejects(enrolFirstAdministrator(set.as, crashing, asked))
  await assert.rejects(enrolFirstAdministrator(set.as, set.signIn, { ...asked, username: 'eve' }), {
    code: 'record.id_taken',
  })
  const { personId } = await enrolFirstAdministrator(set.as, set.signIn, asked)
  assert.deepEqual((await me(set.signIn, personId)).person?.username, 'thana')
})

test('a code that a crash left behind is worth nothing once somebody can sign in', async () => {
  await using set = await setting()
  const code = await set.signIn.firstCode()
  assert.ok(code)
  const crashing: SignIn = {
    ...set.signIn,
    spendFirstCode: () => Promise.reject(new Error('the power failed')),
  }
  const asked = { code, name: 'ธนา ตัวอย่าง', username: 'thana', password, officeId: '1000' }
  await assert.rejects(enrolFirstAdministrator(set.as, crashing, asked))
  await assert.rejects(enrolFirstAdministrator(set.as, set.signIn, asked), {
    code: 'identity.wrong_code',
  })
  assert.equal((await set.signIn.signIn('thana', password)).setCookie.length > 0, true)
})

test('an administrator enrols for the own office only, and a registrar for none', async () => {
  await using set = await setting()
  const { signIn } = set
  const thana = { ...aClerk('thana'), role: 'administrator' as const }
  await enrolPerson(set.as(systemActor('1000')), signIn, thana)
  const context = async (username: string) => {
    const { setCookie } = await signIn.signIn(username, password)
    const signedIn = await signIn.personBySession(asCookie(setCookie))
    assert.ok(signedIn)
    return set.as(signedIn)
  }
  await assert.rejects(enrolPerson(await context('thana'), signIn, aClerk('malee', '7200')), {
    code: 'identity.outside_own_offices',
  })
  await enrolPerson(await context('thana'), signIn, aClerk('somjai'))
  const notAllowed = { code: 'identity.not_allowed' }
  await assert.rejects(enrolPerson(await context('somjai'), signIn, aClerk('malee')), notAllowed)
  await assert.rejects(listPeople(await context('somjai')), notAllowed)
})

test('people are listed to those who may see an office where they hold a grant', async () => {
  await using set = await setting()
  const system = set.as(systemActor('1000'))
  await enrolPerson(system, set.signIn, aClerk('somjai', '6000'))
  await enrolPerson(system, set.signIn, aClerk('malee', '7200'))
  const names = async (offices: string[] | 'all') =>
    (await listPeople(set.office.contextFor({}, offices))).people.map(({ username }) => username)
  assert.deepEqual(await names(['6000']), ['somjai'])
  assert.deepEqual(await names('all'), ['malee', 'somjai'])
})

test('a username belongs to one person, and an office that is not listed has no people', async () => {
  await using set = await setting()
  const system = set.as(systemActor('1000'))
  const results = await Promise.allSettled([
    enrolPerson(system, set.signIn, aClerk()),
    enrolPerson(system, set.signIn, aClerk()),
  ])
  const refused = results.filter((result) => result.status === 'rejected')
  assert.deepEqual(
    refused.map(({ reason }) => reason.code),
    ['identity.username_taken'],
  )
  await assert.rejects(enrolPerson(system, set.signIn, aClerk('malee', '9999')), {
    code: 'identity.office_unknown',
  })
})

test('a repeated enrolment changes nothing and keeps the first password', async () => {
  await using set = await setting()
  const system = set.as(systemActor('1000'))
  const clerk = aClerk()
  await enrolPerson(system, set.signIn, clerk)
  await enrolPerson(system, set.signIn, { ...clerk, password: 'another password' })
  assert.equal((await set.signIn.signIn('somjai', password)).personId, clerk.id)
  await assert.rejects(set.signIn.signIn('somjai', 'another password'))
  const accounts = await set.office.powers.database.reader.execute('select from secret.account')
  assert.equal(accounts.length, 1)
})

test('a role counts from the next request on, and no more when it is taken away', async () => {
  await using set = await setting()
  const system = set.as(systemActor('1000'))
  const clerk = aClerk()
  await enrolPerson(system, set.signIn, clerk)
  const headers = asCookie((await set.signIn.signIn('somjai', password)).setCookie)
  const offices = async () => {
    const signedIn = await set.signIn.personBySession(headers)
    assert.ok(signedIn)
    return decide(signedIn, 'search.find', '6000').offices
  }
  const more = { personId: clerk.id, role: 'counter' as const, officeId: '7200' }
  await grantRole(system, { id: newId(new Date()), ...more })
  assert.deepEqual(await offices(), ['6000', '7200'])
  await revokeGrant(system, { id: newId(new Date()), ...more })
  assert.deepEqual(await offices(), ['6000'])
  await assert.rejects(revokeGrant(system, { id: newId(new Date()), ...more }), {
    code: 'identity.not_granted',
  })
  await revokeGrant(system, {
    id: newId(new Date()),
    personId: clerk.id,
    role: 'registrar',
    officeId: '6000',
  })
  await assert.rejects(offices(), { code: 'identity.not_allowed' })
})

test('a person who knows the present password changes it, and every other session ends', async () => {
  await using set = await setting()
  await enrolPerson(set.as(systemActor('1000')), set.signIn, aClerk())
  const here = asCookie((await set.signIn.signIn('somjai', password)).setCookie)
  const elsewhere = asCookie((await set.signIn.signIn('somjai', password)).setCookie)
  const next = 'รหัสผ่านใหม่ที่ยาวพอ'
  await assert.rejects(set.signIn.changePassword(here, { current: 'ไม่ใช่รหัสผ่านนี้', next }), {
    code: 'identity.wrong_password',
  })
  const cookies = await set.signIn.changePassword(here, { current: password, next })
  assert.equal((await set.signIn.personBySession(asCookie(cookies)))?.name, 'สมใจ ตัวอย่าง')
  assert.equal(await set.signIn.personBySession(elsewhere), null)
  await assert.rejects(set.signIn.signIn('somjai', password), {
    code: 'identity.wrong_credentials',
  })
  assert.ok(await set.signIn.signIn('somjai', next))
  const nobody = set.signIn.changePassword(new Headers(), { current: next, next: password })
  await assert.rejects(nobody, { code: 'identity.not_allowed' })
})

test('an administrator cannot take away the own administration', async () => {
  await using set = await setting()
  const chief = { ...aClerk('chief'), role: 'administrator' as const }
  await enrolPerson(set.as(systemActor('1000')), set.signIn, chief)
  const headers = asCookie((await set.signIn.signIn('chief', password)).setCookie)
  const signedIn = await set.signIn.personBySession(headers)
  assert.ok(signedIn)
  const own = { personId: chief.id, role: chief.role, officeId: chief.officeId }
  await assert.rejects(revokeGrant(set.as(signedIn), { id: newId(new Date()), ...own }), {
    code: 'identity.own_administration',
  })
  const left = await revokeGrant(set.as(systemActor('1000')), { id: newId(new Date()), ...own })
  assert.deepEqual(left.grants, [])
})

test('outside the sample office nobody signs in as a sample person', async () => {
  await using set = await setting()
  const route = signInRoutes(set.signIn, set.as).find(
    ({ route: { path } }) => path === '/sample-sign-in',
  )
  assert.ok(route)
  const request = { params: undefined, query: undefined, body: { username: 'sample-head' } }
  await assert.rejects(route.run(request, new Headers()), { code: 'identity.not_sample_office' })
  assert.deepEqual((await me(set.signIn, 'nobody')).samplePeople, [])
})

test('in the sample office one click signs in as a sample person of each role', async () => {
  await using set = await setting({ sampleOffice: true })
  const system = set.as(systemActor('6000'))
  await seedSamplePeople(system, set.signIn, '6000')
  await seedSamplePeople(system, set.signIn, '6000')
  const { samplePeople, firstSignIn } = await me(set.signIn, 'nobody')
  assert.equal(firstSignIn, false)
  assert.ok(set.signIn.signInAsSample)
  for (const { username, role, name } of samplePeople) {
    assert.match(name, /ตัวอย่าง/)
    const { setCookie } = await set.signIn.signInAsSample(username)
    const signedIn = await set.signIn.personBySession(asCookie(setCookie))
    assert.deepEqual(signedIn?.grants, [{ role, officeId: '6000' }])
  }
  await enrolPerson(system, set.signIn, aClerk())
  await assert.rejects(set.signIn.signInAsSample('somjai'), { code: 'identity.person_unknown' })
})

test('a rebuild restores people and grants from the record and leaves sign-in alone', async () => {
  await using set = await setting()
  const system = set.as(systemActor('1000'))
  const clerk = aClerk()
  await enrolPerson(system, set.signIn, clerk)
  const grant = { personId: clerk.id, role: 'counter' as const, officeId: '7200' }
  await grantRole(system, { id: newId(new Date()), ...grant })
  const headers = asCookie((await set.signIn.signIn('somjai', password)).setCookie)
  const before = await stateDigest(set.office.powers.database)
  await rebuild(set.office.powers, () => undefined)
  assert.deepEqual(await stateDigest(set.office.powers.database), before)
  const signedIn = await set.signIn.personBySession(headers)
  assert.ok(signedIn)
  assert.equal(signedIn.grants.length, 2)
  assert.equal(signedIn.person, clerk.id)
})

test('no commit holds a password', async () => {
  await using set = await setting()
  await enrolPerson(set.as(systemActor('1000')), set.signIn, aClerk())
  const { store } = set.office.powers
  let found = 0
  for await (const key of store.list('commit/')) {
    const text = (await store.read(key))?.toString() ?? ''
    if (text.includes('identity.person-enrolled/1')) found++
    assert.ok(!text.includes(password))
    assert.ok(!text.includes('argon2'))
  }
  assert.equal(found, 1)
})
