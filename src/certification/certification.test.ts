import assert from 'node:assert/strict'
import { chmod, writeFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { type CertifiableBatch, certifiableBatch } from '#conversion'
import { newId, Refusal, type Scope } from '#kernel'
import { blobKey } from '#platform/blobs'
import { createImages } from '#platform/images'
import { type Context, rebuild, stateDigest } from '#record'
import {
  aLine,
  anOpenBatch,
  aPicture,
  eachItsOwn,
  type Line,
  passCheck,
  sendOn,
  sendPictures,
  stateOfBatch,
} from '../../test/kit/line.ts'
import { certifyBatch } from './certify-batch.ts'
import { type Duty, duties } from './contract.ts'
import { evidenceOf } from './evidence.ts'
import { lookAtDocument, returnFromCertification } from './look-at-document.ts'
import { projection } from './projection.ts'
import { checkRules } from './rules.ts'
import { type Confirm, signBatches } from './sign-batches.ts'
import { listToCertify } from './store.ts'
import { verifyEvidence } from './verify-evidence.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-certification-test' })
after(() => images.close())
const id = () => newId(new Date())
const unhurried = new AbortController().signal

type Desk = Line & { head: Context; batchId: string }

/** A batch of four documents that was scanned by one person and checked by another. */
async function aCheckedBatch(): Promise<Desk> {
  const line = await aLine([projection])
  const batchId = await anOpenBatch(line, 4)
  const pictures = await Promise.all([1, 2, 3, 4].map((number) => aPicture(number)))
  const batch = await sendPictures(line, pictures, { batchId, images })
  await eachItsOwn(line, batch, 'lease')
  await sendOn(line, batchId)
  await passCheck(line, batchId)
  const head = line.contextFor({ person: newId(new Date(3)), name: 'สุดา' }, ['6000'])
  return Object.assign(line, { head, batchId })
}

const known = async () => 'password' as const

async function sign(context: Context, batchId: string, duty: Duty, confirm: Confirm = known) {
  const { batches } = await listToCertify(context)
  const digest = batches.find((batch) => batch.batchId === batchId)?.digest ?? ''
  const asked = { id: id(), duty, batches: [{ batchId, digest }], password: 'รหัสผ่าน' }
  return await signBatches(context, asked, confirm)
}

async function lookAtThree({ head, batchId }: Desk) {
  const [batch] = (await listToCertify(head)).batches
  for (const { documentId } of batch?.documentList.slice(0, 3) ?? []) {
    await lookAtDocument(head, { batchId, documentId })
  }
}

async function signAll(desk: Desk) {
  await lookAtThree(desk)
  await sign(desk.scanner, desk.batchId, 'converted')
  await sign(desk.checker, desk.batchId, 'content')
  await sign(desk.checker, desk.batchId, 'metadata')
  await sign(desk.head, desk.batchId, 'process')
}

function filed(desk: Desk) {
  return desk.powers.database.reader.execute<{ pages: number }>('select pages from record.document')
}

test('who converted does not certify, who checked does not vouch for the process, nobody signs unseen', async () => {
  await using desk = await aCheckedBatch()
  const { scanner, checker, head, batchId } = desk
  const refused = (context: Context, duty: Duty) =>
    sign(context, batchId, duty).then(
      () => null,
      (reason: unknown) => (reason instanceof Refusal ? reason.code : String(reason)),
    )
  assert.equal(await refused(scanner, 'content'), 'certification.converter_may_not')
  assert.equal(await refused(scanner, 'process'), 'certification.converter_may_not')
  assert.equal(await refused(checker, 'converted'), 'certification.not_a_converter')
  assert.equal(await refused(checker, 'process'), 'certification.checker_may_not')
  assert.equal(await refused(head, 'process'), 'certification.looked_too_little')
  await lookAtThree(desk)
  assert.equal(await refused(head, 'process'), null)
  assert.equal(await refused(head, 'process'), 'certification.signed_already')
})

test('a wrong password signs nothing', async () => {
  await using desk = await aCheckedBatch()
  const wrong = async () => {
    throw new Error('wrong password')
  }
  await assert.rejects(sign(desk.scanner, desk.batchId, 'converted', wrong), /wrong password/)
  const [batch] = (await listToCertify(desk.head)).batches
  assert.deepEqual(batch?.signatures, [])
})

test('four signatures put the documents into the file, once, and a rebuild finds the same', async () => {
  await using desk = await aCheckedBatch()
  const { context, batchId } = desk
  await sign(desk.scanner, batchId, 'converted')
  await certifyBatch(context, batchId, unhurried)
  assert.deepEqual(await filed(desk), [], 'one signature is not four')
  await lookAtThree(desk)
  await sign(desk.checker, batchId, 'content')
  await sign(desk.checker, batchId, 'metadata')
  await sign(desk.head, batchId, 'process')
  await certifyBatch(context, batchId, unhurried)
  await certifyBatch(context, batchId, unhurried)
  assert.equal((await filed(desk)).length, 4)
  assert.equal(await stateOfBatch(desk, batchId), 'certified')
  assert.deepEqual((await listToCertify(desk.head)).batches, [])
  const before = await stateDigest(desk.powers.database)
  await rebuild(desk.powers, () => undefined)
  assert.deepEqual(await stateDigest(desk.powers.database), before)
})

test('a crash between two steps of certifying is made good by running it again', async () => {
  await using desk = await aCheckedBatch()
  const { context, batchId } = desk
  await signAll(desk)
  const { record } = context
  for (let acts = 0; acts < 5; acts++) {
    let left = acts
    const dying: Context = {
      ...context,
      record: (...act) => {
        if (left-- === 0) throw new Error('killed')
        return record(...act)
      },
    }
    await assert.rejects(certifyBatch(dying, batchId, unhurried), /killed/)
  }
  await certifyBatch(context, batchId, unhurried)
  assert.equal((await filed(desk)).length, 4)
  const rows = await desk.powers.database.reader.execute('select number from record.certification')
  assert.equal(rows.length, 1)
})

test('a master that was altered on disk keeps a signed batch from being certified, and says so', async () => {
  await using desk = await aCheckedBatch()
  const { context, batchId, powers } = desk
  await signAll(desk)
  const everywhere = { offices: 'all' } as unknown as Scope
  const batch = await certifiableBatch(context.read(), everywhere, batchId)
  const sha256 = batch.documents[0]?.pages[0]?.sha256 ?? ''
  const path = await powers.store.path(blobKey(sha256))
  await chmod(path, 0o600)
  await writeFile(path, 'another picture')
  await certifyBatch(context, batchId, unhurried)
  assert.deepEqual(await filed(desk), [])
  const [waiting] = (await listToCertify(desk.head)).batches
  assert.deepEqual(
    waiting?.trouble.map(({ rule, measured }) => [rule, measured['spoiled']]),
    [['masters-whole', 1]],
  )
})

test('a document given back leads to another round, which is signed anew', async () => {
  await using desk = await aCheckedBatch()
  const { batchId, head } = desk
  await sign(desk.scanner, batchId, 'converted')
  const [batch] = (await listToCertify(head)).batches
  const documentId = batch?.documentList[0]?.documentId ?? ''
  await returnFromCertification(head, {
    ...{ batchId, documentId, id: id(), reason: 'unreadable', note: '' },
  })
  assert.equal(await stateOfBatch(desk, batchId), 'returned')
  // The job of the first signature may come only now: there is nothing for it to do, and nothing to park.
  await certifyBatch(desk.context, batchId, unhurried)
  assert.deepEqual(await filed(desk), [])
  await assert.rejects(sign(desk.checker, batchId, 'content'), {
    code: 'conversion.not_to_certify',
  })
})

test('nothing is given back once all four have signed', async () => {
  await using desk = await aCheckedBatch()
  const { batchId, head } = desk
  await signAll(desk)
  const [batch] = (await listToCertify(head)).batches
  const documentId = batch?.documentList[0]?.documentId ?? ''
  const back = { batchId, documentId, id: id(), reason: 'unreadable', note: '' }
  await assert.rejects(returnFromCertification(head, back), {
    code: 'certification.signed_complete',
  })
})

test('each rule of the announcement fails on the batch that breaks it, and only that rule', async () => {
  await using desk = await aCheckedBatch()
  const everywhere = { offices: 'all' } as unknown as Scope
  const batch = await certifiableBatch(desk.context.read(), everywhere, desk.batchId)
  const failing = (changed: CertifiableBatch) =>
    checkRules(changed)
      .filter(({ passed }) => !passed)
      .map(({ rule }) => rule)
  const [first, ...others] = batch.documents
  const [page] = first?.pages ?? []
  assert.ok(first && page)
  const withPage = (more: object) => ({
    ...batch,
    documents: [{ ...first, pages: [{ ...page, ...more }] }, ...others],
  })
  assert.deepEqual(failing(batch), [])
  assert.deepEqual(failing(withPage({ dpi: 199, bits: 8 })), ['scan-minimum'])
  assert.deepEqual(failing(withPage({ dpi: 200, bits: 24 })), ['scan-minimum'])
  assert.deepEqual(failing(withPage({ dpi: 150, bits: 1 })), [])
  assert.deepEqual(
    failing({ ...batch, count: { ...batch.count, difference: -1, because: null } }),
    ['pages-counted'],
  )
  assert.deepEqual(failing({ ...batch, checks: [] }), ['quality-checked'])
  assert.deepEqual(failing({ ...batch, documents: [] }), ['index-complete'])
  assert.deepEqual(failing({ ...batch, converters: batch.checkers }), ['people-apart'])
})

test('the evidence of a certified batch proves itself, and a changed letter anywhere is found', async () => {
  await using desk = await aCheckedBatch()
  const { context, batchId } = desk
  await assert.rejects(evidenceOf(context, batchId), { code: 'certification.not_certified' })
  await signAll(desk)
  await certifyBatch(context, batchId, unhurried)
  const evidence = await evidenceOf(context, batchId)
  const report = verifyEvidence(JSON.parse(JSON.stringify(evidence)))
  assert.deepEqual(report.flaws, [])
  assert.equal(report.documents, 4)
  assert.equal(report.masters.length, 4)
  for (const at of evidence.commits.keys()) {
    const commits = evidence.commits.map((commit, index) =>
      index === at
        ? { ...commit, text: commit.text.replace('"office":"6', '"office":"7') }
        : commit,
    )
    assert.notDeepEqual(verifyEvidence({ ...evidence, commits }).flaws, [], `commit ${at}`)
    const without = evidence.commits.filter((_, index) => index !== at)
    assert.notDeepEqual(verifyEvidence({ ...evidence, commits: without }).flaws, [], `lost ${at}`)
  }
  for (const duty of duties) assert.ok(evidence.commits.some(({ text }) => text.includes(duty)))
})
