import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Scope } from '#kernel'
import { rebuild, stateDigest } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { readAccountKey } from './account-key.ts'
import { type ImportRegister, importRegister } from './import-register.ts'
import { projection } from './projection.ts'
import { employerExists, employersAfter, employersByNumber, findEmployer } from './store.ts'
import type { EmployersTables } from './tables.ts'

const header =
  'account_no,branch_no,name_th,former_names,juristic_no,office,status,status_since,registered_on'
const rice = '6099999019,000000,บริษัท ข้าวตัวอย่าง จำกัด,,,6000,active,2540-01-05,5/1/2540'
const shop = '6010004128,000000,ร้านชำตัวอย่าง,,,6000,active,,'

// Only decide() makes a Scope; a module below it states the scope it tests.
const everywhere = { offices: 'all' } as unknown as Scope

async function anOffice() {
  return await testOffice({ projections: [projection] })
}

async function load(
  office: TestOffice,
  lines: readonly string[] | Buffer,
  more: Partial<ImportRegister> = {},
) {
  const source = join(office.folder, 'register.csv')
  await writeFile(source, Buffer.isBuffer(lines) ? lines : `${lines.join('\r\n')}\r\n`)
  const input = { source, sourceName: 'register.csv', ...more }
  return await importRegister(office.context, input, { progress: () => undefined })
}

const tables = (office: TestOffice) => office.context.read<EmployersTables>()
const found = (office: TestOffice, accountNo: string) =>
  findEmployer(tables(office), everywhere, accountNo)
const commitsIn = (office: TestOffice) =>
  office.powers.database.reader.execute('select 1 from record.commit')

test('a register in UTF-8 with its mark is read, with dates of both kinds', async () => {
  await using office = await anOffice()
  const report = await load(office, [`\ufeff${header}`, rice])
  assert.equal(report.encoding, 'utf-8')
  const employer = await found(office, '6099999019')
  assert.equal(employer?.name, 'บริษัท ข้าวตัวอย่าง จำกัด')
  assert.equal(employer.statusSince, '1997-01-05')
  assert.equal(employer.registeredOn, '1997-01-05')
  assert.deepEqual(employer.names, [
    { name: employer.name, form: 'company-limited', core: 'ข้าวตัวอย่าง', kind: 'present' },
  ])
})

test('a register in Windows-874 is read like the same register in UTF-8', async () => {
  await using office = await anOffice()
  const text = [...`${header}\r\n${rice}\r\n`].map((character) => {
    const code = character.charCodeAt(0)
    return code < 0x80 ? code : code - 0x0e00 + 0xa0
  })
  const report = await load(office, Buffer.from(text))
  assert.equal(report.encoding, 'windows-874')
  assert.equal((await found(office, '6099999019'))?.name, 'บริษัท ข้าวตัวอย่าง จำกัด')
})

test('a file that is neither is refused, and a register without its columns names them', async () => {
  await using office = await anOffice()
  const bytes = Buffer.concat([Buffer.from(`${header}\n`), Buffer.from([0xff, 0xfe, 0xdb])])
  await assert.rejects(load(office, bytes), { code: 'employers.encoding_unknown' })
  await assert.rejects(load(office, ['account_no,office', '1,2']), {
    code: 'employers.columns_missing',
    facts: { columns: ['name_th'], found: ['account_no', 'office'] },
  })
})

test('columns are found by their Thai names or by a mapping', async () => {
  await using office = await anOffice()
  await load(office, ['เลขที่บัญชีนายจ้าง,ชื่อสถานประกอบการ,สำนักงาน', '6099999019,ก,6000'])
  await load(office, ['x,y,office', '6010004128,ข,6000'], {
    mapping: { account_no: 'x', name_th: 'y' },
  })
  assert.equal((await found(office, '6099999019'))?.name, 'ก')
  assert.equal((await found(office, '6010004128'))?.name, 'ข')
})

test('rows that cannot be read are reported with line, column and reason; the rest is taken', async () => {
  await using office = await anOffice()
  const report = await load(office, [
    header,
    rice,
    ',000000,ไม่มีเลข,,,6000,active,,',
    '6010004128,000000,,,,6000,active,,',
    '6010004128,000000,ขาดช่อง',
    '6010004128,00000,สาขาห้าหลัก,,,6000,active,,',
    rice,
    shop,
  ])
  assert.deepEqual(
    report.flaws.map(({ line, column, code }) => [line, column, code]),
    [
      [3, 'account_no', 'account-missing'],
      [4, 'name_th', 'name-missing'],
      [5, 'row', 'column-count'],
      [6, 'branch_no', 'branch-unreadable'],
      [7, 'account_no', 'row-repeated'],
    ],
  )
  assert.deepEqual([report.rows, report.refused, report.changed], [7, 5, 2])
  assert.equal((await found(office, '6010004128'))?.name, 'ร้านชำตัวอย่าง')
})

test('a bad check digit or an odd number warns and is kept as written', async () => {
  await using office = await anOffice()
  const report = await load(office, [
    header,
    '60-1000412-9,000000,เลขผิด,,,6000,active,,',
    'ก-12/x,000000,เลขแปลก,,123,,หาย,30/2/2540,',
  ])
  assert.equal(report.refused, 0)
  const odd = await found(office, '6010004129')
  assert.deepEqual(odd?.account, {
    written: '60-1000412-9',
    digits: '6010004129',
    flag: 'bad-check',
  })
  const strange = await found(office, 'ก12X')
  assert.equal(strange?.juristic?.flag, 'wrong-length')
  assert.equal(strange.status, 'unknown')
  assert.deepEqual(
    report.flaws.map(({ line, column, code }) => `${line} ${column} ${code}`),
    [
      '2 account_no bad-check',
      '3 account_no not-digits',
      '3 juristic_no wrong-length',
      '3 office office-missing',
      '3 status status-unknown',
      '3 status_since date-unreadable',
    ],
  )
})

test('the same register again records nothing and doubles nothing', async () => {
  await using office = await anOffice()
  const branch = rice.replace('000000', '000001')
  await load(office, [header, branch, rice, shop])
  const before = await stateDigest(office.powers.database)
  const report = await load(office, [header, branch, rice, shop])
  assert.deepEqual([report.rows, report.changed, report.ticket], [3, 0, null])
  await load(office, [header, shop, rice, branch])
  assert.equal((await stateDigest(office.powers.database)).digest, before.digest)
  const employer = await found(office, '6099999019')
  assert.deepEqual(
    employer?.establishments.map(({ branchNo }) => branchNo),
    ['000000', '000001'],
  )
})

test('only what changed is recorded: the old name stays as a former one, office and status grow', async () => {
  await using office = await anOffice()
  await load(office, [header, rice, shop])
  const renamed = rice.replace('ข้าวตัวอย่าง', 'แป้งตัวอย่าง').replace('6000,active', '1000,ceased')
  const report = await load(office, [header, renamed, shop])
  assert.equal(report.changed, 1)
  const employer = await found(office, '6099999019')
  assert.deepEqual(
    employer?.names.map(({ kind, core }) => [kind, core]),
    [
      ['present', 'แป้งตัวอย่าง'],
      ['former', 'ข้าวตัวอย่าง'],
    ],
  )
  assert.deepEqual(
    employer.offices.map(({ officeId }) => officeId),
    ['6000', '1000'],
  )
  assert.deepEqual(
    employer.statuses.map(({ status }) => status),
    ['active', 'ceased'],
  )
  // The first file once more is a change back, not a repetition.
  assert.equal((await load(office, [header, rice, shop])).changed, 1)
  assert.equal((await found(office, '6099999019'))?.name, 'บริษัท ข้าวตัวอย่าง จำกัด')
})

test('a cancelled import leaves no half register and goes on where it stood', async () => {
  await using office = await anOffice()
  const rows = Array.from(
    { length: 20_500 },
    (_, at) => `${6_000_000_000 + at},000000,ร้าน ${at},,,6000,active,,`,
  )
  const source = join(office.folder, 'register.csv')
  await writeFile(source, [header, ...rows].join('\n'))
  const stop = new AbortController()
  const input = { source, sourceName: 'register.csv' }
  const cancelled = importRegister(office.context, input, {
    signal: stop.signal,
    progress: () => stop.abort(),
  })
  await assert.rejects(cancelled, { code: 'employers.import_cancelled' })
  assert.equal(await employerExists(tables(office), '6000000000'), null)
  const [standing] = await tables(office).selectFrom('desk.registerImport').selectAll().execute()
  assert.equal(standing?.rowsRead, 20_000)
  // Compared only: taking so many employers would show nothing more.
  const report = await importRegister(
    office.context,
    { ...input, dryRun: true },
    { progress: () => undefined },
  )
  assert.deepEqual([report.rows, report.changed], [20_500, 20_500])
})

test('staged rows that a crash emptied are read again', async () => {
  await using office = await anOffice()
  await load(office, [header, rice, shop], { dryRun: true })
  await office.powers.database.transaction((tx) => tx.execute('truncate desk.register_row'))
  assert.equal((await load(office, [header, rice, shop])).changed, 2)
})

test('a dry run reports and records nothing', async () => {
  await using office = await anOffice()
  const before = await commitsIn(office)
  const report = await load(office, [header, rice, shop], { dryRun: true })
  assert.deepEqual([report.changed, report.ticket], [2, null])
  assert.equal(await employerExists(tables(office), '6099999019'), null)
  assert.deepEqual(await commitsIn(office), before)
})

test('the register rebuilt from the store is the same register', async () => {
  await using office = await anOffice()
  await load(office, [header, rice, shop])
  await load(office, [header, rice.replace('ข้าว', 'แป้ง'), shop])
  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test('an employer of another office is not found; search reads all in order of accounts', async () => {
  await using office = await anOffice()
  await load(office, [header, rice, shop])
  const elsewhere = { offices: ['1000'] } as unknown as Scope
  assert.equal(await findEmployer(tables(office), elsewhere, '6099999019'), null)
  const nowhere = { offices: [] as string[] } as unknown as Scope
  assert.equal(await findEmployer(tables(office), nowhere, '6099999019'), null)
  const all = await employersAfter(tables(office), '', 10)
  assert.deepEqual(
    all.map(({ accountNo }) => accountNo),
    ['6010004128', '6099999019'],
  )
  const rest = await employersAfter(tables(office), '6010004128', 10)
  assert.equal(rest[0]?.names[0]?.core, 'ข้าวตัวอย่าง')
})

test('an account is its digits when only digits and separators stand there, else what is written', () => {
  assert.equal(readAccountKey('๖๐-1000412 8'), '6010004128')
  assert.equal(readAccountKey('ab-12'), 'AB12')
  assert.equal(readAccountKey(' - '), null)
})

test('a number on paper finds the employer whose account, juristic or tax number it is', async () => {
  await using office = await anOffice()
  const company = '6099999019,000000,บริษัท ข้าวตัวอย่าง จำกัด,,0605563999011,6000,active,,'
  await load(office, [header, company, shop])
  const accounts = async (...numbers: string[]) => {
    const rows = await employersByNumber(tables(office), numbers)
    return rows.map(({ accountNo }) => accountNo)
  }
  assert.deepEqual(await accounts('0605563999011'), ['6099999019'])
  assert.deepEqual(await accounts('6010004128', '6099999019'), ['6010004128', '6099999019'])
  assert.deepEqual(await accounts('6010004129'), [])
  assert.deepEqual(await accounts(), [])
})
