import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officesProjection, seedOffices } from '#offices'
import { rebuild, stateDigest } from '#record'
import { testOffice } from '../../test/kit/office.ts'
import { listOffices } from './list-offices.ts'
import { findOffice } from './store.ts'
import type { OfficesTables } from './tables.ts'

const projections = [officesProjection]

test('the offices are listed once, however often the system starts', async () => {
  await using office = await testOffice({ projections })
  await seedOffices(office.context)
  await seedOffices(office.context)
  const commits = await office.powers.database.reader.execute<{ count: number }>(
    `select count(*)::int as count from record.commit where kind = 'offices.listed/1'`,
  )
  assert.deepEqual(commits, [{ count: 1 }])
})

test('offices come in order of their codes, the headquarters first and Nakhon Sawan among them', async () => {
  await using office = await testOffice({ projections })
  await seedOffices(office.context)
  const { offices } = await listOffices(office.context)
  const codes = offices.map(({ code }) => code)
  assert.equal(codes[0], '1000')
  assert.deepEqual(codes, codes.toSorted())
  assert.equal(new Set(codes).size, 91)
  const found = await findOffice(office.context.read<OfficesTables>(), '6000')
  assert.equal(found?.nameTh, 'สำนักงานประกันสังคมจังหวัดนครสวรรค์')
  assert.equal(await findOffice(office.context.read<OfficesTables>(), '0000'), null)
})

test('the list of offices is computed again from the record', async () => {
  await using office = await testOffice({ projections })
  await seedOffices(office.context)
  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
})
