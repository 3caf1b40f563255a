import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Role, roles } from './contract.ts'
import { allowedActions, decide, type Granted } from './decide.ts'
import { actions } from './policy.ts'

function actor(grants: Granted['grants'], role = grants[0]?.role ?? 'none'): Granted {
  return {
    person: '016f7894-9100-7b0e-8a11-2d9f3c5e6b70',
    name: 'สมใจ ตัวอย่าง',
    office: '6000',
    role,
    assurance: 'password',
    grants,
  }
}

/** The office that runs the installation. */
const home = '6000'

/** Written out by hand, so that a slip in the policy's shared lists shows. */
const table: Record<Role, string> = {
  head: 'certification.check-process certification.list conversion.measure conversion.open copies.issue copies.release documents.list-types documents.open identity.list-people intake.list jobs.list offices.list page-notes.write paper-files.list redactions.make redactions.see-through reporting.read search.find',
  registrar:
    'certification.list certification.sign-conversion conversion.open conversion.scan copies.issue documents.correct documents.file documents.list-types documents.open employer-files.waive employers.import intake.list intake.place intake.receive offices.list page-notes.write paper-files.change paper-files.import paper-files.list redactions.make redactions.see-through reporting.read search.find',
  inspector:
    'copies.issue documents.list-types documents.open offices.list page-notes.write paper-files.list redactions.see-through search.find',
  'legal-officer':
    'copies.issue documents.list-types documents.open offices.list page-notes.write paper-files.list redactions.make redactions.see-through search.find',
  finance: 'documents.list-types offices.list',
  benefits: 'documents.list-types offices.list',
  scanner:
    'certification.list certification.sign-conversion conversion.open conversion.scan documents.list-types intake.list intake.receive offices.list paper-files.change paper-files.list reporting.read',
  checker:
    'certification.certify-content certification.certify-metadata certification.list conversion.check conversion.open documents.list-types documents.open intake.list offices.list redactions.see-through reporting.read',
  certifier:
    'certification.certify-content certification.certify-metadata certification.check-process certification.list conversion.open documents.list-types documents.open offices.list page-notes.write paper-files.list redactions.see-through reporting.read search.find',
  counter:
    'copies.issue documents.list-types documents.open offices.list page-notes.write paper-files.change paper-files.list search.find',
  administrator:
    'conversion.choose-sampling documents.list-types identity.enrol identity.list-people jobs.list offices.list operations.control operations.watch reporting.read',
  auditor:
    'conversion.measure documents.list-types identity.list-people jobs.list offices.list operations.watch reporting.read',
  'data-protection-officer': 'documents.list-types identity.list-people offices.list',
}

test('a person without a grant may nothing, whatever role they claim', () => {
  for (const action of [...actions, 'identity.unheard-of']) {
    assert.throws(() => decide(actor([], 'head'), action, home), { code: 'identity.not_allowed' })
  }
})

test('an action that nobody declared is refused, even to the system', () => {
  assert.throws(() => decide(actor([], 'system'), 'documents.burn', home), {
    code: 'identity.not_allowed',
  })
})

for (const role of roles) {
  test(`the role ${role} may what the table says and nothing else, in the own office`, () => {
    const grants = [{ role, officeId: '6000' }]
    const allowed = actions.filter((action) => {
      try {
        assert.deepEqual(decide(actor(grants), action, home).offices, ['6000'])
        return true
      } catch (error) {
        assert.ok(error instanceof Error && 'code' in error)
        assert.equal(error.code, 'identity.not_allowed')
        return false
      }
    })
    assert.equal(allowed.join(' '), table[role])
    assert.deepEqual(allowedActions(grants, home), allowed)
  })
}

test('a scope names the offices of those grants that allow the action', () => {
  const clerk = actor([
    { role: 'registrar', officeId: '6000' },
    { role: 'counter', officeId: '7200' },
    { role: 'scanner', officeId: '5000' },
  ])
  assert.deepEqual(decide(clerk, 'search.find', home).offices, ['6000', '7200'])
  assert.deepEqual(decide(clerk, 'intake.receive', home).offices, ['5000', '6000'])
  assert.deepEqual(decide(clerk, 'intake.place', home).offices, ['6000'])
})

test('the head of the headquarters sees all offices, other roles there see the headquarters', () => {
  const at = (role: Role) => actor([{ role, officeId: '1000' }])
  assert.equal(decide(at('head'), 'search.find', home).offices, 'all')
  assert.equal(decide(at('administrator'), 'identity.enrol', home).offices, 'all')
  assert.deepEqual(decide(at('counter'), 'search.find', home).offices, ['1000'])
})

test('only administrators of the office that runs the installation, or of the headquarters, tend it', () => {
  const administratorAt = (officeId: string) => [{ role: 'administrator' as const, officeId }]
  const tends = (officeId: string, of: string | null) =>
    allowedActions(administratorAt(officeId), of).includes('operations.control')
  assert.equal(tends('6000', '6000'), true)
  assert.equal(tends('1000', '6000'), true)
  assert.equal(tends('7200', '6000'), false)
  assert.equal(tends('6000', null), false)
  assert.throws(() => decide(actor(administratorAt('7200')), 'operations.control', '6000'), {
    code: 'identity.not_allowed',
  })
})

test('reaching all offices as an administrator does not widen a grant at the counter', () => {
  const both = actor([
    { role: 'administrator', officeId: '1000' },
    { role: 'counter', officeId: '6000' },
  ])
  assert.deepEqual(decide(both, 'search.find', home).offices, ['6000'])
})

test('the system may every action over all offices', () => {
  for (const action of actions)
    assert.equal(decide(actor([], 'system'), action, home).offices, 'all')
})

test('no set of grants outside the headquarters reaches an office that is not among them', () => {
  const office = fc.constantFrom('5000', '6000', '7200', '9600')
  const grant = fc.record({ role: fc.constantFrom(...roles), officeId: office })
  fc.assert(
    fc.property(fc.array(grant), fc.constantFrom(...actions), (grants, action) => {
      const allowed = allowedActions(grants, home).includes(action)
      if (!allowed) return void assert.throws(() => decide(actor(grants), action, home))
      const { offices } = decide(actor(grants), action, home)
      assert.ok(offices !== 'all')
      const granted = new Set<string>(grants.map(({ officeId }) => officeId))
      assert.ok(offices.length > 0 && offices.every((code) => granted.has(code)))
    }),
  )
})
