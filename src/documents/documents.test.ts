import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { employerFilesProjection, seedRules, waiveSlot } from '#employer-files'
import { employersProjection, importRegister } from '#employers'
import { newId } from '#kernel'
import { officesProjection, seedOffices } from '#offices'
import { rebuild, stateDigest } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { formatCoverCode, readCoverCode } from './cover-code.ts'
import { type FileDocument, fileDocument } from './file-document.ts'
import { openFile } from './open-file.ts'
import { projection } from './projection.ts'
import { seedCatalogue } from './seed-catalogue.ts'

const accountNo = '6099000012'

async function anOffice(): Promise<TestOffice> {
  const office = await testOffice({
    projections: [officesProjection, employersProjection, employerFilesProjection, projection],
  })
  await seedOffices(office.context)
  await seedRules(office.context)
  await seedCatalogue(office.context)
  const source = join(office.folder, 'register.csv')
  const header = 'account_no,branch_no,name_th,employer_type,office,status'
  const row = `${accountNo},000000,บริษัท ตัวอย่างการค้า จำกัด,company-limited,6000,active`
  await writeFile(source, `${header}\r\n${row}\r\n`)
  const watching = { progress: () => undefined, signal: new AbortController().signal }
  await importRegister(office.context, { source, sourceName: 'register.csv' }, watching)
  return office
}

function aFiling(change: Partial<FileDocument> = {}): FileDocument {
  const page = { pageId: newId(new Date()), scanId: null, sha256: 'a'.repeat(64) }
  const measures = { sha512: 'b'.repeat(128), bytes: 6, mediaType: 'image/tiff', pageIndex: 0 }
  return {
    id: newId(new Date()),
    documentId: newId(new Date()),
    accountNo,
    branchNo: '000000',
    type: 'sps-1-01',
    title: null,
    dated: { date: '2005-01-04', precision: 'day' },
    batchId: null,
    pages: [{ ...page, ...measures, pixels: [2480, 3508], dpi: 300, bits: 8 }],
    ...change,
  }
}

test('a filed document stands in its file and section, and fills its slot of the checklist', async () => {
  await using office = await anOffice()
  const before = await openFile(office.context, accountNo)
  assert.equal(before.checklist?.filled, 0)
  await fileDocument(office.context, aFiling())
  const file = await openFile(office.context, accountNo)
  assert.equal(file.documents[0]?.typeTitleTh, 'แบบขึ้นทะเบียนนายจ้าง')
  assert.equal(file.sections.find(({ code }) => code === 'registration')?.documents, 1)
  const slot = file.checklist?.slots.find(({ code }) => code === 'registration-form')
  assert.equal(slot?.state, 'found')
  assert.equal(file.checklist?.filled, 1)
})

test('either alternative fills a slot; an alternative of two papers needs both', async () => {
  await using office = await anOffice()
  const state = async (code: string) =>
    (await openFile(office.context, accountNo)).checklist?.slots.find((slot) => slot.code === code)
  await fileDocument(office.context, aFiling({ type: 'joint-venture-contract' }))
  assert.equal((await state('juristic-standing'))?.state, 'missing')
  await fileDocument(office.context, aFiling({ type: 'commercial-registration' }))
  assert.equal((await state('juristic-standing'))?.state, 'found')
})

test('a slot is waived with a reason, by name, and counts as settled', async () => {
  await using office = await anOffice()
  const waiver = { id: newId(new Date()), slot: 'tax-standing', reason: 'ยังไม่จดทะเบียนภาษี' }
  await waiveSlot(office.context, { accountNo, ...waiver })
  const file = await openFile(office.context, accountNo)
  const slot = file.checklist?.slots.find(({ code }) => code === 'tax-standing')
  assert.equal(slot?.state, 'waived')
  assert.equal(slot?.waiver?.reason, waiver.reason)
  await assert.rejects(
    waiveSlot(office.context, { accountNo, ...waiver, id: newId(new Date()), slot: 'no-such' }),
    { code: 'employer-files.slot_unknown' },
  )
})

test('an unknown type, an unknown employer and a paper without pages are refused, nothing is recorded', async () => {
  await using office = await anOffice()
  const before = await stateDigest(office.powers.database)
  const refused: [Partial<FileDocument>, string][] = [
    [{ type: 'no-such-type' }, 'documents.type_unknown'],
    [{ accountNo: '6099999999' }, 'documents.employer_unknown'],
    [{ pages: [] }, 'documents.no_pages'],
  ]
  for (const [change, code] of refused) {
    await assert.rejects(fileDocument(office.context, aFiling(change)), { code })
  }
  assert.equal((await stateDigest(office.powers.database)).digest, before.digest)
})

test('the same act asked twice files once', async () => {
  await using office = await anOffice()
  const filing = aFiling()
  assert.deepEqual(
    await fileDocument(office.context, filing),
    await fileDocument(office.context, filing),
  )
  assert.equal((await openFile(office.context, accountNo)).documents.length, 1)
})

test('another office’s clerk is answered as for a file that does not exist', async () => {
  await using office = await anOffice()
  const stranger = office.contextFor({ office: '6100' }, ['6100'])
  await assert.rejects(openFile(stranger, accountNo), { code: 'documents.file_unknown' })
  await assert.rejects(openFile(office.context, '6099999999'), { code: 'documents.file_unknown' })
})

test('the store alone gives files, documents and waivers back', async () => {
  await using office = await anOffice()
  await fileDocument(office.context, aFiling({ type: 'สปส. ๑-๐๑' }))
  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test('a cover code reads back, and other texts say nothing', () => {
  const cover = { accountNo, branchNo: '000000', type: 'sps-1-01', section: 'registration' }
  assert.equal(formatCoverCode(cover), `faem1:${accountNo}:000000:sps-1-01:registration`)
  assert.deepEqual(readCoverCode(formatCoverCode(cover)), cover)
  assert.equal(readCoverCode(`faem1:${accountNo}:000000:-:-`)?.type, null)
  for (const text of ['', 'https://elsewhere.example', 'faem1:60:0:x:y', 'faem2:1:000000:-:-']) {
    assert.equal(readCoverCode(text), null)
  }
})
