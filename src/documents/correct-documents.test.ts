import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { employerFilesProjection, seedRules } from '#employer-files'
import { employersProjection, importRegister } from '#employers'
import { type Id, newId } from '#kernel'
import { idOf, sha256 } from '#platform/digests'
import { rebuild, stateDigest } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import type { DocumentChange, DocumentVersion } from './contract.ts'
import { correctDocuments, restoreVersion, undoCorrection } from './correct-documents.ts'
import { fileDocument } from './file-document.ts'
import { documentsFollower } from './follow-documents.ts'
import { openFile } from './open-file.ts'
import { projection } from './projection.ts'
import { handlers } from './routes.ts'
import { seedCatalogue } from './seed-catalogue.ts'

const accountNo = '6099999019'
const certifiedBatch = idOf('batch', 'certified')
/** What the app hands in: this one batch was certified. */
const given = {
  readingStates: async () => new Map(),
  certifiedBatches: async () => new Set([certifiedBatch]),
}
const followed: string[] = []

async function anOffice(): Promise<TestOffice> {
  const office = await testOffice({
    projections: [employersProjection, employerFilesProjection, projection],
    followers: [
      documentsFollower({
        moved: async () => undefined,
        corrected: async (_tx, documents) =>
          void followed.push(...documents.map(({ type, dated }) => `${type} ${dated?.date}`)),
      }),
    ],
  })
  await seedRules(office.context)
  await seedCatalogue(office.context)
  const source = join(office.folder, 'register.csv')
  const header = 'account_no,branch_no,name_th,employer_type,office,status'
  const row = `${accountNo},000000,บริษัท ข้าวตัวอย่าง จำกัด,company-limited,6000,active`
  await writeFile(source, `${header}\r\n${row}\r\n`)
  const quiet = { progress: () => undefined }
  await importRegister(office.context, { source, sourceName: 'register.csv' }, quiet)
  return office
}

const act = (): Id => newId(new Date())

async function aLetter(office: TestOffice, batchId: string | null = null): Promise<string> {
  const id = act()
  const documentId = idOf('document', id)
  const page = {
    ...{ pageId: idOf('page', id), scanId: null, sha256: sha256(id), bytes: 6, pageIndex: 0 },
    ...{ sha512: `${sha256(id)}${sha256(id)}`, mediaType: 'image/tiff', dpi: 300, bits: 8 },
    ...{ pixels: [2480, 3508] as [number, number], turn: 0 as const, straighten: 0 },
  }
  await fileDocument(office.context, {
    ...{ id, documentId, accountNo, branchNo: '000000', type: 'letter-in', title: null },
    ...{ dated: { date: '2005-01-04', precision: 'day' }, batchId, pages: [page] },
  })
  return documentId
}

const correct = (
  { context }: Pick<TestOffice, 'context'>,
  [documentId, version]: readonly [string, number],
  change: DocumentChange,
  reason: string | null = null,
) =>
  correctDocuments(
    context,
    { id: act(), accountNo, documents: [{ documentId, version }], change, reason },
    given,
  )

async function versions(office: TestOffice, documentId: string): Promise<DocumentVersion[]> {
  const route = handlers(given).find(({ route: { path } }) => path.endsWith('/versions'))
  const answer = await route?.run(office.context, { params: { documentId } } as never)
  return (answer as { versions: DocumentVersion[] }).versions
}

async function seen(office: TestOffice, documentId: string) {
  const { documents } = await openFile(office.context, accountNo, given)
  const found = documents.find((document) => document.documentId === documentId)
  assert.ok(found)
  const { type, section, title, dated, tier, version } = found
  return { type, section, title, dated: dated?.date, tier, version }
}

async function holdsAfterRebuild({ powers }: TestOffice): Promise<void> {
  const before = await stateDigest(powers.database)
  await rebuild(powers, () => undefined)
  assert.deepEqual(await stateDigest(powers.database), before)
}

test('a correction changes what is named, a new type brings its section and tier, and the checklist follows', async () => {
  await using office = await anOffice()
  const documentId = await aLetter(office)
  const slot = async () =>
    (await openFile(office.context, accountNo)).checklist?.slots.find(
      ({ code }) => code === 'registration-form',
    )?.state
  assert.equal(await slot(), 'missing')
  await correct(office, [documentId, 1], { title: 'แบบของปี 2548' })
  await correct(office, [documentId, 2], { type: 'sps-1-01' })
  assert.deepEqual(await seen(office, documentId), {
    ...{ type: 'sps-1-01', section: 'registration', title: 'แบบของปี 2548' },
    ...{ dated: '2005-01-04', tier: 'C', version: 3 },
  })
  assert.equal(await slot(), 'found')
  await correct(office, [documentId, 3], { section: 'debt-and-legal', dated: null })
  const moved = await seen(office, documentId)
  assert.deepEqual(
    [moved.type, moved.section, moved.tier, moved.dated],
    ['sps-1-01', 'debt-and-legal', 'E', undefined],
  )
  assert.equal(followed.at(-1), 'sps-1-01 undefined')
  await holdsAfterRebuild(office)
})

test('several documents are corrected by one act, which is one commit; those that say so already are left out', async () => {
  await using office = await anOffice()
  const documentIds = [await aLetter(office), await aLetter(office), await aLetter(office)]
  await correct(office, [documentIds[2] ?? '', 1], { type: 'id-card' })
  const documents = documentIds.map((documentId, at) => ({ documentId, version: at === 2 ? 2 : 1 }))
  const many = { id: act(), accountNo, documents, change: { type: 'id-card' }, reason: null }
  const answer = await correctDocuments(office.context, many)
  assert.deepEqual(answer, { actId: many.id, changed: 2 })
  assert.deepEqual(await correctDocuments(office.context, many), answer)
  const other = { ...many, change: { type: 'sps-1-01' } }
  await assert.rejects(correctDocuments(office.context, other), { code: 'record.id_taken' })
  const streams = await office.powers.database.reader.execute<{ count: number }>(
    `select count(*)::int as count from record.commit where kind = 'documents.corrected/1'`,
  )
  assert.equal(streams[0]?.count, 2)
})

test('who saw an older version is refused by name, and nothing is recorded', async () => {
  await using office = await anOffice()
  const documentId = await aLetter(office)
  const other = office.contextFor({ name: 'ธีระ ตัวอย่าง' }, 'all')
  await correct({ context: other }, [documentId, 1], { title: 'ใหม่' })
  const before = await stateDigest(office.powers.database)
  const stale = correct(office, [documentId, 1], { title: 'ของฉัน' })
  await assert.rejects(stale, {
    code: 'documents.moved_on',
    facts: { documentId, by: 'ธีระ ตัวอย่าง' },
  })
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test('an act is undone as a whole by another, unless somebody corrected one of them since', async () => {
  await using office = await anOffice()
  const [one, two] = [await aLetter(office), await aLetter(office)]
  await correct(office, [two, 1], { title: 'สอง' })
  const documents = [
    { documentId: one, version: 1 },
    { documentId: two, version: 2 },
  ]
  const many = { id: act(), accountNo, documents, change: { title: 'ทั้งคู่' }, reason: null }
  await correctDocuments(office.context, many)
  const undone = await undoCorrection(office.context, { id: act(), accountNo, actId: many.id })
  assert.equal(undone.changed, 2)
  assert.deepEqual(
    [(await seen(office, one)).title, (await seen(office, two)).title],
    [null, 'สอง'],
  )
  assert.equal((await versions(office, one))[0]?.how, 'undone')
  const again = undoCorrection(office.context, { id: act(), accountNo, actId: many.id })
  await assert.rejects(again, { code: 'documents.moved_on' })
  const unknown = undoCorrection(office.context, { id: act(), accountNo, actId: act() })
  await assert.rejects(unknown, { code: 'documents.correction_unknown' })
  await holdsAfterRebuild(office)
})

test('every version can be read, and an older one is put back as a new version', async () => {
  await using office = await anOffice()
  const documentId = await aLetter(office)
  assert.deepEqual(
    (await versions(office, documentId)).map(({ version, how, type }) => [version, how, type]),
    [[1, 'filed', 'letter-in']],
  )
  await correct(office, [documentId, 1], { type: 'id-card' })
  await correct(office, [documentId, 2], { title: 'บัตรของกรรมการ' })
  const back = { id: act(), documentId, version: 1, seen: 3, reason: null }
  await restoreVersion(office.context, back, given)
  const listed = await versions(office, documentId)
  assert.deepEqual(
    listed.map(({ version, how, type, title }) => [version, how, type, title]),
    [
      [4, 'restored', 'letter-in', null],
      [3, 'corrected', 'id-card', 'บัตรของกรรมการ'],
      [2, 'corrected', 'id-card', null],
      [1, 'filed', 'letter-in', null],
    ],
  )
  assert.equal(listed[0]?.restores, 1)
  assert.equal(listed[3]?.by, 'สมใจ ตัวอย่าง')
  const none = restoreVersion(office.context, { ...back, id: act(), version: 9, seen: 4 }, given)
  await assert.rejects(none, { code: 'documents.version_unknown' })
  await holdsAfterRebuild(office)
})

test('a certified document is corrected with a reason only, and what was certified stays among its versions', async () => {
  await using office = await anOffice()
  const documentId = await aLetter(office, certifiedBatch)
  const silent = correct(office, [documentId, 1], { type: 'id-card' })
  await assert.rejects(silent, { code: 'documents.reason_needed' })
  await correct(office, [documentId, 1], { type: 'id-card' }, 'ลงประเภทผิดตั้งแต่แรก')
  const { documents } = await openFile(office.context, accountNo, given)
  assert.equal(documents[0]?.certified, true)
  assert.deepEqual(
    (await versions(office, documentId)).map(({ type, certified, reason }) => [
      ...[type, certified, reason],
    ]),
    [
      ['id-card', false, 'ลงประเภทผิดตั้งแต่แรก'],
      ['letter-in', true, null],
    ],
  )
})

test('what the catalogue does not know, another office, another file and too many at once are refused', async () => {
  await using office = await anOffice()
  const documentId = await aLetter(office)
  const refused = (change: DocumentChange, code: string) =>
    assert.rejects(correct(office, [documentId, 1], change), { code: `documents.${code}` })
  const before = await stateDigest(office.powers.database)
  await refused({ type: 'papyrus' }, 'type_unknown')
  await refused({ section: 'attic' }, 'section_unknown')
  const elsewhere = { context: office.contextFor({ office: '1000' }, ['1000']) }
  const foreign = correct(elsewhere, [documentId, 1], { title: 'ใหม่' })
  await assert.rejects(foreign, { code: 'documents.file_unknown' })
  const lost = correct(office, [act(), 1], { title: 'ใหม่' })
  await assert.rejects(lost, { code: 'documents.document_unknown' })
  const documents = Array.from({ length: 501 }, () => ({ documentId: act(), version: 1 }))
  const many = { id: act(), accountNo, documents, change: { title: 'ใหม่' }, reason: null }
  await assert.rejects(correctDocuments(office.context, many), {
    code: 'documents.too_many_corrected',
  })
  assert.deepEqual(await stateDigest(office.powers.database), before)
})
