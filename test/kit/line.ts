import { join } from 'node:path'
import sharp from 'sharp'
import { documentsProjection, seedCatalogue } from '#documents'
import { employerFilesProjection, seedRules } from '#employer-files'
import { employersProjection, importRegister } from '#employers'
import { examineBatchJob, intakeProjection, storeBlob } from '#intake'
import { type Id, newId } from '#kernel'
import { officesProjection, seedOffices } from '#offices'
import { sha256 } from '#platform/digests'
import type { Images } from '#platform/images'
import type { Context, Follower, Projection } from '#record'
import { employerSource, writeEmployers } from '#sample-office'
import { arrangePortion } from '../../src/conversion/arrange-portion.ts'
import type { PortionPlace } from '../../src/conversion/arrive.ts'
import type { OpenBatch } from '../../src/conversion/contract.ts'
import { editBatch } from '../../src/conversion/edit-batch.ts'
import type { Edit } from '../../src/conversion/edits.ts'
import { finishCheck } from '../../src/conversion/finish-check.ts'
import { openBatch } from '../../src/conversion/open-batch.ts'
import { openCheck } from '../../src/conversion/open-check.ts'
import { projection } from '../../src/conversion/projection.ts'
import { receivePortion } from '../../src/conversion/receive-portion.ts'
import { sendBatch } from '../../src/conversion/send-batch.ts'
import { judgeDocument } from '../../src/conversion/verdicts.ts'
import { readBatch } from '../../src/conversion/view-batch.ts'
import { type TestOffice, testOffice } from './office.ts'

export const employer = employerSource(1, 'pilot')(0)

export type Line = TestOffice & {
  /** Two people of Nakhon Sawan: one scans, one checks. */
  scanner: Context
  checker: Context
}

/** `more` and `followers`: those of modules beside and above the line. */
export async function aLine(
  more: readonly Projection[] = [],
  followers: readonly Follower[] = [],
): Promise<Line> {
  const office = await testOffice({
    followers,
    projections: [
      officesProjection,
      employersProjection,
      employerFilesProjection,
      documentsProjection,
      intakeProjection,
      projection,
      ...more,
    ],
  })
  await seedOffices(office.context)
  await seedRules(office.context)
  await seedCatalogue(office.context)
  const source = join(office.folder, 'register.csv')
  await writeEmployers(source, [employer])
  await importRegister(
    office.context,
    { source, sourceName: 'register.csv' },
    { progress: () => undefined, signal: new AbortController().signal },
  )
  const person = (name: string, at: number) =>
    office.contextFor({ person: newId(new Date(at)), name }, ['6000'])
  return Object.assign(office, { scanner: person('บุญมี', 1), checker: person('รัตนา', 2) })
}

/** A small grey picture of some lines of writing, different for each number. */
export async function aPicture(number: number, dpi = 300): Promise<Buffer> {
  const [width, height] = [400, 560]
  const pixels = Buffer.alloc(width * height, 250)
  for (let line = 0; line < 12; line++) {
    for (let y = 60 + line * 35; y < 68 + line * 35; y++) {
      // Which lines are short writes the number down.
      for (let x = 50; x < ((number >> line) & 1 ? 260 : 340); x++) {
        if ((x * 7 + line * 13) % 11 < 6) pixels[y * width + x] = 20
      }
    }
  }
  return await sharp(pixels, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .withMetadata({ density: dpi })
    .png()
    .toBuffer()
}

export async function blankPicture(): Promise<Buffer> {
  const raw = { width: 400, height: 560, channels: 1 } as const
  return await sharp(Buffer.alloc(400 * 560, 250), { raw })
    .toColourspace('b-w')
    .withMetadata({ density: 300 })
    .png()
    .toBuffer()
}

/** Opens a batch of one-sided sheets for the employer. */
export async function anOpenBatch(
  line: Line,
  sheets: number | null,
  paperFileId: string | null = null,
): Promise<string> {
  const batchId = newId(new Date())
  await openBatch(line.scanner, {
    ...{ id: batchId, accountNo: employer.accountNo, branchNo: null, paperFile: 'ตู้ 1', sheets },
    paperFileId,
    profile: 'grey-300-one',
  })
  return batchId
}

type Sending = { batchId: string; images: Images; place?: PortionPlace; id?: Id }

/** Sends pictures as a portion of the batch, has them examined and arranged; gives the batch then. */
export async function sendPictures(
  line: Line,
  pictures: readonly Uint8Array[],
  { batchId, images, place = { kind: 'end' }, id = newId(new Date()) }: Sending,
): Promise<OpenBatch> {
  const scans = []
  for (const [at, bytes] of pictures.entries()) {
    const digest = sha256(bytes)
    await storeBlob(
      line.scanner,
      digest,
      (async function* () {
        yield bytes
      })(),
    )
    scans.push({ name: `${at + 1}.png`, sha256: digest })
  }
  await receivePortion(line.scanner, { batchId, id, scans, place })
  const work = { context: line.context, images, onLineExamined: async () => undefined }
  await examineBatchJob.run(work, { batchId: id }, new AbortController().signal)
  await arrangePortion(
    { context: line.context, onPagesArrived: async () => undefined },
    { portionId: id },
  )
  return await readBatch(line.scanner, batchId)
}

/** Makes edits one after the other, each on the version that is shown then. */
export async function edit(line: Line, batchId: string, ...edits: Edit[]): Promise<OpenBatch> {
  for (const each of edits) {
    const { version } = await readBatch(line.scanner, batchId)
    const change = { batchId, id: newId(new Date()), version, edit: each }
    await editBatch(line.scanner, change, async () => undefined)
  }
  return await readBatch(line.scanner, batchId)
}

/** Each page a document of its own, all of one type. */
export async function eachItsOwn(line: Line, batch: OpenBatch, type: string): Promise<OpenBatch> {
  const { batchId, pageList } = batch
  for (const { pageId } of pageList.slice(1)) {
    await edit(line, batchId, { kind: 'split', pageId, newDocument: newId(new Date()) })
  }
  const { documentList } = await readBatch(line.scanner, batchId)
  const documentIds = documentList.map(({ documentId }) => documentId)
  return await edit(line, batchId, { kind: 'index', documentIds, set: { type } })
}

export async function sendOn(line: Line, batchId: string): Promise<void> {
  const { version } = await readBatch(line.scanner, batchId)
  await sendBatch(line.scanner, {
    ...{ batchId, id: newId(new Date()), version },
    difference: null,
  })
}

/** The checker accepts every document that the plan asks for; the batch then waits for certification. */
export async function passCheck(line: Line, batchId: string): Promise<void> {
  const check = await openCheck(line.checker, batchId)
  for (const { documentId } of check.documentList) {
    const verdict = { verdict: 'accept' as const, reason: null, note: '', pageIds: [] }
    await judgeDocument(line.checker, batchId, { id: newId(new Date()), documentId, ...verdict })
  }
  await finishCheck(line.checker, { batchId, id: newId(new Date()) })
}

export async function stateOfBatch(line: Line, batchId: string): Promise<OpenBatch['state']> {
  return (await readBatch(line.scanner, batchId)).state
}
