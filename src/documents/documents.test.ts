import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { employerFilesProjection, seedRules, waiveSlot } from '#employer-files'
import { employersProjection, importRegister } from '#employers'
import { newId } from '#kernel'
import { idOf, sha256 } from '#platform/digests'
import { rebuild, stateDigest } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { findType, listDocumentTypes, typeKey } from './catalogue.ts'
import { commits } from './commits.ts'
import { type FileDocument, fileDocument } from './file-document.ts'
import { documentsFollower } from './follow-documents.ts'
import { openDocument } from './open-document.ts'
import { openFile } from './open-file.ts'
import { projection } from './projection.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { pagesOfDocument } from './store.ts'
import type { DocumentsTables } from './tables.ts'

const accountNo = '6099999019'

async function anOffice(moved: string[] = []) {
  const office = await testOffice({
    projections: [employersProjection, employerFilesProjection, projection],
    followers: [
      documentsFollower({
        moved: async (_tx, documents) =>
          void moved.push(...documents.map(({ officeId }) => officeId)),
        corrected: async () => undefined,
      }),
    ],
  })
  await seedRules(office.context)
  await seedCatalogue(office.context)
  await importUnder(office, '6000')
  return office
}

/** Imports a register that puts the employer under this office. */
async function importUnder({ context, folder }: TestOffice, officeId: string): Promise<void> {
  const source = join(folder, `register-${officeId}.csv`)
  const header = 'account_no,branch_no,name_th,employer_type,office,status'
  const row = `${accountNo},000000,บริษัท ข้าวตัวอย่าง จำกัด,company-limited,${officeId},active`
  await writeFile(source, `${header}\r\n${row}\r\n`)
  await importRegister(
    context,
    { source, sourceName: 'register.csv' },
    { progress: () => undefined },
  )
}

function aDocument(more: Partial<FileDocument> = {}): FileDocument {
  const id = newId(new Date())
  const page = {
    pageId: idOf('page', id),
    scanId: null,
    sha256: sha256(id),
    sha512: `${sha256(id)}${sha256(id)}`,
    bytes: 6,
    mediaType: 'image/tiff',
    pageIndex: 0,
    pixels: [2480, 3508] as [number, number],
    dpi: 300,
    bits: 8,
    turn: 0 as const,
    straighten: 0,
  }
  const documentId = idOf('document', id)
  const place = { accountNo, branchNo: '000000', title: null, dated: null, batchId: null }
  return { id, documentId, ...place, type: 'สปส. 1-01', pages: [page], ...more }
}

test('a page is filed with its turn; one that was filed before turns were kept lies as scanned', async () => {
  await using office = await anOffice()
  const document = aDocument()
  const lying = document.pages.map((page) => ({ ...page, turn: 90 as const, straighten: 0 }))
  await fileDocument(office.context, { ...document, pages: lying })
  const seen = async (id: string) =>
    (await pagesOfDocument(office.context.read(), id)).map(({ turn, pixels }) => [turn, pixels])
  assert.deepEqual(await seen(document.documentId), [[90, [3508, 2480]]])

  const before = aDocument()
  const { id, documentId, pages, batchId: batch, section: _, ...rest } = before
  await office.context.record({ id, streams: [`employer/${accountNo}`] }, async () =>
    commits.fact('documents.filed/1', {
      ...{ ...rest, documentId, batch, officeId: '6000', section: 'registration', tier: 'B' },
      pages: pages.map(({ turn, straighten, ...page }) => page),
    }),
  )
  assert.deepEqual(await seen(documentId), [[0, [2480, 3508]]])
  const digest = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), digest)
})

test('a paper that says its section stands there, and is at least as private as all papers there', async () => {
  await using office = await anOffice()
  const letter = aDocument({ type: 'letter-in', section: 'debt-and-legal' })
  const { section, commit } = await fileDocument(office.context, letter)
  assert.equal(section, 'debt-and-legal')
  assert.equal((commit.body as { tier: string }).tier, 'E')
  const file = await openFile(office.context, accountNo)
  assert.equal(file.documents[0]?.section, 'debt-and-legal')
  const lost = aDocument({ section: 'attic' })
  await assert.rejects(fileDocument(office.context, lost), { code: 'documents.section_unknown' })
})

test('a filed document stands in its file, its section and its slot, the undated last', async () => {
  await using office = await anOffice()
  const undated = aDocument()
  const dated = aDocument({ dated: { date: '2005-01-01', precision: 'year' }, type: 'id-card' })
  await fileDocument(office.context, undated)
  await fileDocument(office.context, dated)
  const file = await openFile(office.context, accountNo)
  assert.deepEqual(
    file.documents.map(({ documentId }) => documentId),
    [dated.documentId, undated.documentId],
  )
  assert.deepEqual(file.documents[0]?.dated, dated.dated)
  assert.equal(file.pages, 2)
  const counted = file.sections.reduce((sum, { documents }) => sum + documents, 0)
  assert.equal(counted, 2)
  const slot = file.checklist?.slots.find(({ code }) => code === 'registration-form')
  assert.equal(slot?.state, 'found')
  assert.equal(file.documents[1]?.type, 'sps-1-01')
  const given = { readingStates: async () => new Map() }
  const opened = await openDocument(office.context, undated.documentId, given)
  assert.deepEqual(
    opened.pageList.map(({ recognition, pixels }) => ({ recognition, pixels })),
    [{ recognition: 'waiting', pixels: [2480, 3508] }],
  )
})

test('a slot is waived with a reason, and an unknown slot is refused', async () => {
  await using office = await anOffice()
  const waiver = { id: newId(new Date()), accountNo, slot: 'tax-standing', reason: 'ยื่นที่อื่นแล้ว' }
  await waiveSlot(office.context, waiver)
  const { checklist } = await openFile(office.context, accountNo)
  const slot = checklist?.slots.find(({ code }) => code === 'tax-standing')
  assert.equal(slot?.state, 'waived')
  assert.equal(slot.waiver?.reason, waiver.reason)
  const other = { ...waiver, id: newId(new Date()), slot: 'none' }
  await assert.rejects(waiveSlot(office.context, other), { code: 'employer-files.slot_unknown' })
})

test('a refused filing leaves nothing in the record', async () => {
  await using office = await anOffice()
  const before = await stateDigest(office.powers.database)
  const refused = (more: Partial<FileDocument>, code: string) =>
    assert.rejects(fileDocument(office.context, aDocument(more)), { code: `documents.${code}` })
  await refused({ type: 'สปส.99-99' }, 'type_unknown')
  await refused({ accountNo: '1' }, 'employer_unknown')
  await refused({ pages: [] }, 'no_pages')
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test("another office's file is refused like one that does not exist", async () => {
  await using office = await anOffice()
  const elsewhere = office.contextFor({ office: '1000' }, ['1000'])
  await assert.rejects(openFile(elsewhere, accountNo), { code: 'documents.file_unknown' })
  await assert.rejects(openFile(elsewhere, '1'), { code: 'documents.file_unknown' })
  await assert.rejects(fileDocument(elsewhere, aDocument()), { code: 'documents.employer_unknown' })
})

test('a document filed twice stands once, and is the same after a rebuild', async () => {
  await using office = await anOffice()
  const document = aDocument()
  const first = await fileDocument(office.context, document)
  assert.deepEqual(await fileDocument(office.context, document), first)
  const again = { ...document, id: newId(new Date()) }
  await assert.rejects(fileDocument(office.context, again), { code: 'documents.already_filed' })
  assert.equal((await openFile(office.context, accountNo)).documents.length, 1)
  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test('a type is known by its code or form number in any spelling, and no two are alike', async () => {
  await using office = await anOffice()
  const read = office.context.read<DocumentsTables>()
  for (const text of ['สปส.1-01', 'สปส ๑-๐๑', 'sps 1-01', 'SPS.1-01', 'sps-1-01']) {
    assert.equal((await findType(read, text))?.code, 'sps-1-01', text)
  }
  assert.equal(await findType(read, '.'), null)
  const types = await listDocumentTypes(read)
  const keys = types.flatMap(({ code, formNo }) => [
    typeKey(code),
    ...(formNo ? [typeKey(formNo)] : []),
  ])
  assert.equal(new Set(keys).size, keys.length)
})

test('papers follow their employer to its new office, and a rebuild finds them there', async () => {
  const moved: string[] = []
  await using office = await anOffice(moved)
  const document = aDocument()
  await fileDocument(office.context, document)
  await importUnder(office, '5000')
  assert.deepEqual(moved, ['5000'])
  const open = (officeId: string) =>
    openDocument(office.contextFor({ office: officeId }, [officeId]), document.documentId, {
      readingStates: async () => new Map(),
    })
  assert.equal((await open('5000')).accountNo, accountNo)
  await assert.rejects(open('6000'), { code: 'documents.document_unknown' })
  const pages = await office.context
    .read<DocumentsTables>()
    .selectFrom('record.page')
    .select('officeId')
    .execute()
  assert.deepEqual(pages, [{ officeId: '5000' }])

  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
})
