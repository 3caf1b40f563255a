import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from '#kernel'
import { sha256 } from '#platform/digests'
import { factsDigest } from './changed-employers.ts'
import { RegisterFacts } from './commits.ts'

test('facts have their members in order, so that their digest is that of their canonical JSON', () => {
  const number = { written: '1', flag: 'ok', digits: '1' }
  const address = {
    subdistrict: 'ก',
    soi: 'ก',
    road: 'ก',
    province: 'ก',
    postalCode: '1',
    moo: '1',
    houseNo: '1',
    district: 'ก',
  }
  const facts = RegisterFacts.parse({
    establishments: [{ officeId: '6000', name: 'ก', branchNo: '000000', address }],
    employer: {
      tax: number,
      statusSince: null,
      status: 'active',
      registeredOn: '2020-03-12',
      officeId: '6000',
      nameEn: 'A',
      name: 'ก',
      juristic: number,
      formerNames: [],
      employerType: null,
      businessCode: null,
      address,
      account: number,
    },
  })
  assert.equal(factsDigest(facts), sha256(canonicalJson(facts)))
})
