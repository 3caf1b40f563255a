import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { certificationProjection } from '#certification'
import { storeBlob } from '#intake'
import { newId } from '#kernel'
import { openFolderStore } from '#platform/blobs'
import { sha256 } from '#platform/digests'
import { createImages } from '#platform/images'
import { certifyBatch } from '../../src/certification/certify-batch.ts'
import { type Duty, duties } from '../../src/certification/contract.ts'
import { lookAtDocument } from '../../src/certification/look-at-document.ts'
import { signBatches } from '../../src/certification/sign-batches.ts'
import { listToCertify } from '../../src/certification/store.ts'
import { finishCheck } from '../../src/conversion/finish-check.ts'
import { openBatch } from '../../src/conversion/open-batch.ts'
import { openCheck } from '../../src/conversion/open-check.ts'
import { receivePortion } from '../../src/conversion/receive-portion.ts'
import { sendBatch } from '../../src/conversion/send-batch.ts'
import { judgeDocument } from '../../src/conversion/verdicts.ts'
import { readBatch } from '../../src/conversion/view-batch.ts'
import {
  aLine,
  aPicture,
  eachItsOwn,
  employer,
  type Line,
  sendPictures,
  stateOfBatch,
} from '../kit/line.ts'
import { type SmallDisk, smallDisk } from '../kit/small-disk.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-full-disk-images' })
after(() => images.close())
const id = () => newId(new Date())
const unhurried = new AbortController().signal

test('a full disk refuses each step of the line by name, keeps what was answered, and the step goes on when there is room', {
  timeout: 120_000,
}, async (t) => {
  const disk = await smallDisk(4)
  if (disk === null)
    return t.skip('NOT PROVED: a full disk on the line (no right to mount a small one)')
  try {
    await alongTheLine(disk)
  } finally {
    await disk[Symbol.asyncDispose]()
  }
})

async function alongTheLine(disk: SmallDisk): Promise<void> {
  await using office = await aLine([certificationProjection])
  const { powers } = office
  Object.assign(powers, { store: await openFolderStore(join(disk.folder, 'store')) })
  const person = (name: string, at: number) =>
    office.contextFor({ person: newId(new Date(at)), name }, ['6000'])
  const [scanner, checker, head] = [person('บุญมี', 1), person('รัตนา', 2), person('สุดา', 3)]
  const line: Line = { ...office, context: office.contextFor({}, 'all'), scanner, checker }

  /** Refused while the disk is full, with nothing changed; the same step then goes through. */
  async function through<T>(step: () => Promise<T>): Promise<T> {
    await disk.fill()
    const before = await commits(line)
    await assert.rejects(step(), { code: 'platform.disk_full' })
    assert.equal(await commits(line), before, 'nothing was recorded')
    await disk.free()
    return await step()
  }

  const batchId = id()
  const opening = { accountNo: employer.accountNo, branchNo: null, paperFile: null }
  await through(() =>
    openBatch(scanner, {
      ...{ id: batchId, ...opening, paperFileId: null, sheets: 3 },
      profile: 'grey-300-one',
    }),
  )
  const pictures = await Promise.all([1, 2, 3].map((number) => aPicture(number)))
  for (const bytes of pictures) {
    await through(() => storeBlob(scanner, sha256(bytes), oneChunk(bytes)))
  }
  const portion = id()
  const scans = pictures.map((bytes, at) => ({ name: `${at}.png`, sha256: sha256(bytes) }))
  const place = { kind: 'end' } as const
  await through(() => receivePortion(scanner, { batchId, id: portion, scans, place }))
  const arrived = await sendPictures(line, pictures, { batchId, images, id: portion })
  assert.equal(arrived.pageList.length, 3)
  await eachItsOwn(line, arrived, 'lease')

  const { version } = await readBatch(scanner, batchId)
  const sending = { batchId, id: id(), version, difference: null }
  await through(() => sendBatch(scanner, sending))
  const { documentList } = await openCheck(checker, batchId)
  for (const { documentId } of documentList) {
    const verdict = { verdict: 'accept' as const, reason: null, note: '', pageIds: [] }
    await judgeDocument(checker, batchId, { id: id(), documentId, ...verdict })
  }
  const closing = { batchId, id: id() }
  await through(() => finishCheck(checker, closing))

  const [batch] = (await listToCertify(head)).batches
  const digest = batch?.digest ?? ''
  const signer = (duty: Duty) =>
    ({ converted: scanner, content: checker, metadata: checker, process: head })[duty]
  for (const { documentId } of batch?.documentList ?? []) {
    await lookAtDocument(head, { batchId, documentId })
  }
  for (const duty of duties) {
    const asked = { id: id(), duty, batches: [{ batchId, digest }], password: '' }
    await through(() => signBatches(signer(duty), asked, async () => 'password' as const))
  }
  await through(() => certifyBatch(line.context, batchId, unhurried))
  assert.equal(await stateOfBatch(line, batchId), 'certified')
  const filed = await powers.database.reader.execute('select page_id from record.page')
  assert.equal(filed.length, 3)
}

async function commits({ powers }: Line): Promise<number> {
  const [row] = await powers.database.reader.execute<{ commits: number }>(
    'select count(*)::int as commits from record.commit',
  )
  return row?.commits ?? -1
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
