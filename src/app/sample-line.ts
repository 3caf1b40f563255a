import { setTimeout as delay } from 'node:timers/promises'
import {
  countSheets,
  editBatch,
  finishCheck,
  judgeDocument,
  openBatch,
  openCheck,
  readBatch,
  receivePortion,
  sendBatch,
} from '#conversion'
import { sampleActor } from '#identity'
import { storeBlob } from '#intake'
import { paperFileFor, paperFileId } from '#paper-files'
import { idOf, sha256 } from '#platform/digests'
import type { Context } from '#record'
import { aSamplePage, employerSource, type ScanLookName } from '#sample-office'
import { contextOf } from './foundation.ts'
import type { Office } from './office.ts'

const lookEvery_ms = 500

type Sheet = { kind: string; page?: number; look?: ScanLookName; cover?: boolean }
type Stack = {
  /** What the batch is for: its state when the samples are there. */
  goal: 'scanning' | 'checking' | 'returned' | 'certifying'
  paperFile: string
  sheets: number
  stack: readonly Sheet[]
}

const stacks: readonly Stack[] = [
  {
    goal: 'certifying',
    paperFile: 'ตู้ 3 ช่อง 2 เล่ม 1',
    sheets: 2,
    stack: [{ kind: 'lease' }, { kind: 'power-of-attorney' }],
  },
  {
    goal: 'checking',
    paperFile: 'ตู้ 3 ช่อง 2 เล่ม 2',
    sheets: 4,
    stack: [
      { kind: 'sps-1-01', cover: true },
      { kind: 'sps-1-01' },
      { kind: 'sps-1-01', page: 1 },
      { kind: 'juristic-certificate' },
      { kind: 'id-card' },
    ],
  },
  {
    goal: 'returned',
    paperFile: 'ตู้ 3 ช่อง 2 เล่ม 3',
    sheets: 2,
    stack: [{ kind: 'workplace-map' }, { kind: 'sps-6-15' }],
  },
  // One sheet was counted too many, and a page in colour lies below the least resolution.
  {
    goal: 'scanning',
    paperFile: 'ตู้ 3 ช่อง 2 เล่ม 4',
    sheets: 5,
    stack: [
      { kind: 'letter-in' },
      { kind: 'lease', look: 'office-200' },
      { kind: 'id-card', look: 'colour-200' },
      { kind: 'power-of-attorney', look: 'bilevel-300' },
    ],
  },
]

/** A few batches on the conversion line, brought there by the sample people as people would. */
export async function lineSamples(office: Office, signal: AbortSignal): Promise<void> {
  const { powers, configuration } = office
  const scanner = contextOf(powers, sampleActor('scanner', configuration.office))
  const checker = contextOf(powers, sampleActor('checker', configuration.office))
  for (const [at, stack] of stacks.entries()) {
    const batchId = idOf('sample-line', String(at))
    // Once: what people then do with them stays theirs.
    if (await isThere(office.context, batchId)) continue
    await bringIn(scanner, { batchId, stack }, signal)
    if (stack.goal === 'scanning') continue
    await sendOn(scanner, batchId)
    if (stack.goal !== 'checking') await check(checker, batchId, stack.goal === 'returned')
  }
}

async function isThere(context: Context, batchId: string): Promise<boolean> {
  return await readBatch(context, batchId).then(
    () => true,
    () => false,
  )
}

type Bringing = { batchId: string; stack: Stack }

async function bringIn(
  scanner: Context,
  { batchId, stack: { paperFile, sheets, stack } }: Bringing,
  signal: AbortSignal,
): Promise<void> {
  const { accountNo } = employerSource(1, 'pilot')(0)
  const scans = []
  for (const [at, { kind, look = 'office-300', ...options }] of stack.entries()) {
    const { bytes } = await aSamplePage(kind, { seed: 1, look, format: 'tiff-jpeg', ...options })
    const name = `${String(at + 1).padStart(3, '0')}.tif`
    const digest = sha256(bytes)
    await storeBlob(scanner, digest, oneChunk(bytes))
    scans.push({ name, sha256: digest })
  }
  const opening = { accountNo, branchNo: null, paperFile, profile: 'grey-300-one', sheets: null }
  const paper = await firstVolume(scanner, accountNo)
  await openBatch(scanner, { id: batchId, ...opening, paperFileId: paper })
  const portion = { batchId, id: idOf('sample-line.portion', batchId), scans }
  await receivePortion(scanner, { ...portion, place: { kind: 'end' } })
  await countSheets(scanner, batchId, { sheets, skipped: 0 })
  await untilArrived(scanner, batchId, signal)
  await arrange(scanner, batchId, stack)
}

/** The employer's paper file, where the sample office has shelves. */
async function firstVolume(scanner: Context, accountNo: string): Promise<string | null> {
  const id = paperFileId({ accountNo, branchNo: '000000', volumeNo: 1 })
  const file = await paperFileFor(scanner.read(), scanner.may('conversion.scan'), id)
  return file === null ? null : id
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function untilArrived(scanner: Context, batchId: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const { arriving, pageList } = await readBatch(scanner, batchId)
    if (arriving.scans === 0 && pageList.length > 0) return
    await delay(lookEvery_ms, undefined, { signal })
  }
}

/** Cuts the stack where another kind of paper begins and states its type; the last is left to a person. */
async function arrange(scanner: Context, batchId: string, stack: readonly Sheet[]): Promise<void> {
  for (const [at, { kind }] of stack.entries()) {
    if (at === 0 || stack[at - 1]?.kind === kind) continue
    const { pageList, version } = await readBatch(scanner, batchId)
    const pageId = pageList[at]?.pageId ?? ''
    const newDocument = idOf('sample-line.document', pageId)
    await change(scanner, { batchId, version }, { kind: 'split', pageId, newDocument })
  }
  const { documentList } = await readBatch(scanner, batchId)
  const kinds = stack.map(({ kind }) => kind).filter((kind, at, all) => kind !== all[at - 1])
  const open = stack.some(({ look }) => look !== undefined)
  for (const [at, { documentId }] of documentList.entries()) {
    const type = kinds[at]
    if (type === undefined || (open && at === documentList.length - 1)) continue
    const { version } = await readBatch(scanner, batchId)
    const index = { kind: 'index', documentIds: [documentId], set: { type } } as const
    await change(scanner, { batchId, version }, { ...index, documentIds: [documentId] })
  }
}

type Edit = Parameters<typeof editBatch>[1]['edit']

async function change(
  scanner: Context,
  at: { batchId: string; version: number },
  edit: Edit,
): Promise<void> {
  const id = idOf('sample-line.edit', at.batchId, String(at.version))
  // It cuts and indexes only: nothing is turned that would be read again.
  await editBatch(scanner, { ...at, id, edit }, async () => undefined)
}

async function sendOn(scanner: Context, batchId: string): Promise<void> {
  const { version } = await readBatch(scanner, batchId)
  const id = idOf('sample-line.send', batchId)
  await sendBatch(scanner, { batchId, id, version, difference: null })
}

/** Accepts every document; or all but the first, whose first page is said to be cropped. */
async function check(checker: Context, batchId: string, rejectFirst: boolean): Promise<void> {
  const { documentList } = await openCheck(checker, batchId)
  for (const [at, { documentId, pages }] of documentList.entries()) {
    const rejected = rejectFirst && at === 0
    await judgeDocument(checker, batchId, {
      id: idOf('sample-line.verdict', documentId),
      documentId,
      verdict: rejected ? 'reject' : 'accept',
      reason: rejected ? 'cropped-or-folded' : null,
      note: rejected ? 'มุมล่างขวาขาด' : '',
      pageIds: rejected ? pages.slice(0, 1).map(({ pageId }) => pageId) : [],
    })
  }
  await finishCheck(checker, { batchId, id: idOf('sample-line.finish', batchId) })
}
