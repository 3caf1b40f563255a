import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  type EmployersTables,
  employersAfter,
  employersByAccount,
  employersProjection,
  importRegister,
} from '#employers'
import { employerSource, writeEmployers } from '#sample-office'
import { testOffice } from '../../test/kit/office.ts'
import { SearchQuery } from './contract.ts'
import { find } from './find.ts'
import { isRefillDue, limits, needsRefill, searchFollower } from './follower.ts'
import type { SearchGiven } from './given.ts'
import { refillEmployerKeys } from './refill.ts'

test('employers of a small import are found when it ends, and under a new name after the next', async () => {
  const followed = {
    employersByAccount: (...[read, accounts]: Parameters<SearchGiven['employersByAccount']>) =>
      employersByAccount(read.tables<EmployersTables>(), accounts),
  }
  await using office = await testOffice({
    projections: [employersProjection],
    followers: [searchFollower(followed)],
  })
  const { database } = office.powers
  const given: SearchGiven = {
    ...followed,
    snapshot: database.snapshot,
    employersAfter: (read, after, limit) =>
      employersAfter(read.tables<EmployersTables>(), after, limit),
    pagesAfter: async () => [],
    linesOf: async () => null,
    officeNames: async () => new Map(),
    documentTypes: async () => [],
    boxesOf: async () => null,
  }
  const bring = async (name: string, employers: Parameters<typeof writeEmployers>[1]) => {
    const source = join(office.folder, name)
    await writeEmployers(source, employers)
    const watching = { progress: () => undefined, signal: new AbortController().signal }
    await importRegister(office.context, { source, sourceName: name }, watching)
  }
  const ask = async (q: string) =>
    (await find(office.context, given, SearchQuery.parse({ q }))).employers.hits
  const source = employerSource('follower', 'nation')
  const employers = Array.from({ length: 40 }, (_, index) => source(index))
  const [first, second] = employers
  assert.ok(first && second)

  await bring('first.csv', employers)
  for (const { nameTh, accountNo } of employers)
    assert.ok(
      (await ask(nameTh)).some((hit) => hit.accountNo === accountNo),
      nameTh,
    )

  const nameTh = 'บริษัท เปลี่ยนชื่อแล้วจริง จำกัด'
  await bring('second.csv', [{ ...first, nameTh, formerNames: [first.nameTh] }, second])
  const [renamed] = await ask('เปลี่ยนชื่อแล้วจริง')
  assert.equal(renamed?.accountNo, first.accountNo)
  const former = (await ask(first.nameTh)).find((hit) => hit.accountNo === first.accountNo)
  assert.equal(former?.matched.kind, 'former')

  const before = await ask(second.nameTh)
  const isDue = (names: number) => database.transaction((tx) => isRefillDue(tx, names))
  assert.equal(await isDue(employers.length - 1), true)
  assert.equal(await isDue(limits.unplaced_max), false)
  await refillEmployerKeys({ database, search: given })
  assert.deepEqual(await ask(second.nameTh), before)
  assert.equal(await isDue(0), false)
})

test('an import of more employers than are followed asks for a refill', () => {
  const streams = (count: number) => ({ attached: 'plan' as const, count, root: '' })
  const kind = 'employers.imported/1'
  assert.equal(needsRefill({ kind, streams: streams(limits.followed_lines_max) }), false)
  assert.equal(needsRefill({ kind, streams: streams(limits.followed_lines_max + 1) }), true)
  assert.equal(needsRefill({ kind: 'other.imported/1', streams: streams(1_000_000) }), false)
})
