import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { employersProjection, importRegister } from '#employers'
import { newId } from '#kernel'
import { officesProjection, seedOffices } from '#offices'
import { rebuild, stateDigest } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { changePaperFiles } from './change-paper-files.ts'
import type { PaperChange } from './contract.ts'
import { countPaperFiles } from './count-paper-files.ts'
import { importPaperFiles } from './import-paper-files.ts'
import { listExpectedFiles } from './list-expected-files.ts'
import { listPaperFiles } from './list-paper-files.ts'
import { locatePaper } from './locate-paper.ts'
import { openPaperFile } from './open-paper-file.ts'
import { paperFileId, placeSort } from './paper-file.ts'
import { projection } from './projection.ts'
import { undoPaperAct } from './undo-paper-act.ts'

const rice = { accountNo: '6099999019', branchNo: '000000', volumeNo: 1 }
const shop = { accountNo: '6010004128', branchNo: '000000', volumeNo: 1 }

async function anOffice(): Promise<TestOffice> {
  const office = await testOffice({
    projections: [officesProjection, employersProjection, projection],
  })
  await seedOffices(office.context)
  const register = join(office.folder, 'register.csv')
  const lines = [
    'account_no,name_th,office',
    `${rice.accountNo},บริษัท ข้าวตัวอย่าง จำกัด,6000`,
    `${shop.accountNo},ร้านชำตัวอย่าง,6000`,
    '1010000011,บริษัท ในกรุง จำกัด,1000',
  ]
  await writeFile(register, `${lines.join('\r\n')}\r\n`)
  const source = { source: register, sourceName: 'register.csv' }
  await importRegister(office.context, source, { progress: () => undefined })
  return office
}

async function importList(office: TestOffice, lines: readonly string[]) {
  const source = join(office.folder, 'list.csv')
  await writeFile(source, `${lines.join('\r\n')}\r\n`)
  const input = { source, sourceName: 'list.csv', officeId: '6000' }
  return await importPaperFiles(office.context, input)
}

const header = 'เลขที่บัญชีนายจ้าง,เล่มที่,อาคาร,ตู้,กล่อง,สภาพ'
const filesOf = async (office: TestOffice, more = {}) =>
  (await listPaperFiles(office.context, { office: '6000', ...more })).files
const commitsOf = async (office: TestOffice, kind: string) =>
  (
    await office.powers.database.reader.execute('select 1 from record.commit where kind = $1', [
      kind,
    ])
  ).length

async function act(office: TestOffice, files: readonly string[], change: PaperChange) {
  const id = newId(new Date())
  return await changePaperFiles(office.context, { id, paperFileIds: files, change, reason: null })
}

test('the register says which paper files an office expects, once for each employer', async () => {
  await using office = await anOffice()
  assert.deepEqual(await listExpectedFiles(office.context, '6000'), { listed: 2 })
  assert.deepEqual(await listExpectedFiles(office.context, '6000'), { listed: 0 })
  const files = await filesOf(office)
  assert.deepEqual(
    files.map(({ accountNo, state, employerName }) => [accountNo, state, employerName]),
    [
      [shop.accountNo, 'expected', 'ร้านชำตัวอย่าง'],
      [rice.accountNo, 'expected', 'บริษัท ข้าวตัวอย่าง จำกัด'],
    ],
  )
  assert.equal(await commitsOf(office, 'paper-files.listed/1'), 1)
})

test('a list of the office says where each file stands, and what cannot be read is reported', async () => {
  await using office = await anOffice()
  const lines = [
    header,
    `60-9999901-9,๒,อาคาร 1,ตู้ 12,กล่อง 3,ขึ้นรา`,
    `${shop.accountNo},,อาคาร 1,ตู้ 2,,ดี`,
    `${shop.accountNo},1,อาคาร 1,ตู้ 4,,ดี`,
    `9912345670,เล่ม 1,,ตู้ 2,,เหลือง`,
    `${rice.accountNo},ไม่มี,,ตู้ 3,,`,
  ]
  const report = await importList(office, lines)
  assert.deepEqual(
    report.flaws.map(({ line, code, refused }) => [line, code, refused]),
    [
      [4, 'row-repeated', true],
      [5, 'condition-unknown', false],
      [5, 'account-unknown', false],
      [6, 'volume-unreadable', true],
    ],
  )
  assert.deepEqual([report.rows, report.changed], [5, 3])
  const files = await filesOf(office)
  assert.deepEqual(
    files.map(({ accountNo, volumeNo, shelf, condition }) => [
      accountNo,
      volumeNo,
      shelf,
      condition,
    ]),
    [
      ['9912345670', 1, 'ตู้ 2', 'unknown'],
      [shop.accountNo, 1, 'ตู้ 2', 'good'],
      [rice.accountNo, 2, 'ตู้ 12', 'mouldy'],
    ],
  )
})

test('a list imported again changes nothing; one that says another shelf moves the file only', async () => {
  await using office = await anOffice()
  const row = (shelf: string) => [header, `${shop.accountNo},1,อาคาร 1,${shelf},,ดี`]
  assert.equal((await importList(office, row('ตู้ 1'))).changed, 1)
  assert.equal((await importList(office, row('ตู้ 1'))).changed, 0)
  await act(office, [paperFileId(shop)], { state: 'found' })
  assert.equal((await importList(office, row('ตู้ 9'))).changed, 1)
  assert.equal((await importList(office, row('ตู้ 1'))).changed, 1)
  const [file] = await filesOf(office)
  assert.deepEqual([file?.shelf, file?.state], ['ตู้ 1', 'found'])
})

test('shelves come in the order in which people count them, in digits of either kind', () => {
  const place = (shelf: string) => placeSort({ building: 'อาคาร ๑', shelf, box: '' })
  const shelves = ['ตู้ 12', 'ตู้ ๒', 'ตู้ 100', 'ตู้ 1']
  assert.deepEqual(
    shelves.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
    ['ตู้ 1', 'ตู้ ๒', 'ตู้ 12', 'ตู้ 100'],
  )
})

test('each file of an office is met once, page by page, and counted by shelf and state', async () => {
  await using office = await anOffice()
  const rows = Array.from({ length: 230 }, (_, at) => `${2000000000 + at},1,ก,ตู้ ${at % 7},,`)
  await importList(office, [header, ...rows])
  const seen: string[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listPaperFiles(office.context, {
      office: '6000',
      ...(after === undefined ? {} : { after }),
    })
    seen.push(...page.files.map((file) => file.paperFileId))
    after = page.next
  }
  assert.equal(new Set(seen).size, 230)
  assert.equal(seen.length, 230)
  await act(office, seen.slice(0, 30), { state: 'found' })
  const counts = await countPaperFiles(office.context, '6000')
  assert.deepEqual([counts.files, counts.states.found, counts.states.expected], [230, 30, 200])
  assert.equal(counts.shelves.length, 7)
  assert.equal(counts.shelves[0]?.shelf, 'ตู้ 0')
  assert.equal((await filesOf(office, { state: 'found' })).length, 30)
  assert.equal((await filesOf(office, { q: '20-0000000-5' })).length, 1)
})

test('an act on several files holds for all of them or for none', async () => {
  await using office = await anOffice()
  await listExpectedFiles(office.context, '6000')
  const [one, other] = [paperFileId(rice), paperFileId(shop)]
  assert.equal((await act(office, [one, other], { state: 'not-found' })).changed, 2)
  await act(office, [one], { state: 'found', condition: 'good' })
  // One of the two has not been found yet.
  await assert.rejects(act(office, [one, other], { state: 'on-line' }), {
    code: 'paper-files.found_first',
  })
  const states = (await filesOf(office)).map(({ state }) => state)
  assert.deepEqual(states, ['not-found', 'found'])
  assert.equal((await act(office, [one], { state: 'found' })).changed, 0)
})

test('a loan names who has the file and the day it is due, and counts as overdue after it', async () => {
  await using office = await anOffice()
  await listExpectedFiles(office.context, '6000')
  const file = paperFileId(rice)
  await assert.rejects(act(office, [file], { state: 'on-loan' }), {
    code: 'paper-files.loan_needed',
  })
  const loan = { lentTo: 'ฝ่ายตรวจสอบ', dueOn: '2020-01-31' }
  await act(office, [file], { state: 'on-loan', loan })
  assert.equal((await countPaperFiles(office.context, '6000')).overdue, 1)
  await assert.rejects(act(office, [file], { state: 'on-line' }), {
    code: 'paper-files.found_first',
  })
  await act(office, [file], { state: 'found' })
  const { file: returned, acts } = await openPaperFile(office.context, file)
  assert.deepEqual([returned.lentTo, returned.dueOn], [null, null])
  assert.deepEqual(
    acts.map(({ state, lentTo }) => [state, lentTo]),
    [
      ['found', null],
      ['on-loan', 'ฝ่ายตรวจสอบ'],
      ['expected', null],
    ],
  )
})

test('undoing is a further act, refused when something else has happened since', async () => {
  await using office = await anOffice()
  await listExpectedFiles(office.context, '6000')
  const files = [paperFileId(rice), paperFileId(shop)]
  await act(office, files.slice(0, 1), { state: 'found' })
  const both = await act(office, files, { state: 'not-found' })
  const undo = (actId: string) => undoPaperAct(office.context, { id: newId(new Date()), actId })
  const undone = await undo(both.actId)
  assert.equal(undone.changed, 2)
  assert.deepEqual(
    (await filesOf(office)).map(({ state }) => state),
    ['expected', 'found'],
  )
  await assert.rejects(undo(both.actId), { code: 'paper-files.stands_elsewhere' })
  const { acts } = await openPaperFile(office.context, paperFileId(rice))
  assert.deepEqual([acts.length, acts[0]?.undoes], [4, both.actId])
  // The first act of all is the list, which nothing undoes.
  await assert.rejects(undo(acts.at(-1)?.actId ?? ''), { code: 'paper-files.stands_elsewhere' })
})

test('what the line says of a file, a person changes with a reason only', async () => {
  await using office = await anOffice()
  await listExpectedFiles(office.context, '6000')
  const file = paperFileId(rice)
  await act(office, [file], { state: 'found' })
  await assert.rejects(act(office, [file], { state: 'on-line' }), {
    code: 'paper-files.reason_needed',
  })
  for (const state of ['on-line', 'converted'] as const) {
    const id = newId(new Date())
    const told = { paperFileIds: [file], change: { state }, reason: 'ชุดนี้ไม่ได้เปิดจากแฟ้ม' }
    await changePaperFiles(office.context, { id, ...told })
  }
  await assert.rejects(act(office, [file], { state: 'found' }), {
    code: 'paper-files.reason_needed',
  })
  const id = newId(new Date())
  const change = { state: 'found' as const }
  const reason = 'พบหน้าที่ยังไม่ได้สแกน'
  await changePaperFiles(office.context, { id, paperFileIds: [file], change, reason })
  const { acts } = await openPaperFile(office.context, file)
  assert.equal(acts[0]?.reason, reason)
})

test('paper of another office is neither seen nor changed', async () => {
  await using office = await anOffice()
  await listExpectedFiles(office.context, '6000')
  const elsewhere = office.contextFor({ office: '1000' }, ['1000'])
  const file = paperFileId(rice)
  await assert.rejects(listPaperFiles(elsewhere, { office: '6000' }), {
    code: 'paper-files.office_not_yours',
  })
  await assert.rejects(openPaperFile(elsewhere, file), { code: 'paper-files.file_unknown' })
  assert.deepEqual(await locatePaper(elsewhere, [rice.accountNo]), { files: [] })
  const change = { state: 'found' as const }
  const input = { id: newId(new Date()), paperFileIds: [file], change, reason: null }
  await assert.rejects(changePaperFiles(elsewhere, input), { code: 'paper-files.file_unknown' })
  assert.equal((await locatePaper(office.context, [rice.accountNo])).files.length, 1)
})

test('the paper side is computed again from the record', async () => {
  await using office = await anOffice()
  await listExpectedFiles(office.context, '6000')
  await importList(office, [header, `${shop.accountNo},1,อาคาร 1,ตู้ 3,,ดี`])
  const done = await act(office, [paperFileId(rice), paperFileId(shop)], { state: 'found' })
  await undoPaperAct(office.context, { id: newId(new Date()), actId: done.actId })
  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
})
