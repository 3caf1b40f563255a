import type { IndexField, LineDocument, LinePage, OpenBatch } from '#conversion/contract'
import { examineBatchJob, storeBlob } from '#intake'
import { assert, type Id, newId } from '#kernel'
import { idOf, sha256 } from '#platform/digests'
import type { Images } from '#platform/images'
import type { Context } from '#record'
import type { Random } from '#sample-office'
import { arrangePortion } from '../../../src/conversion/arrange-portion.ts'
import type { PortionPlace } from '../../../src/conversion/arrive.ts'
import { editBatch } from '../../../src/conversion/edit-batch.ts'
import type { Edit } from '../../../src/conversion/edits.ts'
import { openBatch } from '../../../src/conversion/open-batch.ts'
import { receivePortion } from '../../../src/conversion/receive-portion.ts'
import { sendBatch } from '../../../src/conversion/send-batch.ts'
import { readBatch } from '../../../src/conversion/view-batch.ts'
import type { Weather } from './mishaps.ts'
import { type Camera, type Paper, type Shot, types } from './paper.ts'
import type { Clerk } from './people.ts'

/** What everybody on the line works with. */
export type Floor = {
  readonly random: Random
  readonly weather: Weather
  readonly camera: Camera
  readonly images: Images
  /** The office's own machinery. */
  readonly machinery: Context
  readonly accountNo: string
  readonly paperFileId: string
  /** What each page of the line shows. */
  readonly shown: Map<string, Shot>
  /** Every image whose receipt was answered, by page. */
  readonly promised: Map<string, string>
}

export const id = (): Id => newId(new Date())
const unhurried = new AbortController().signal
const jamInTwo = 0.2

/** A stack goes through the scanner, is put in order and sent to the check; gives its batch. */
export async function scan(floor: Floor, clerk: Clerk, papers: readonly Paper[]): Promise<string> {
  const { weather, accountNo, paperFileId } = floor
  const batchId = id()
  const sheets = papers.reduce((sum, paper) => sum + paper.sheets.length, 0)
  const opening = { accountNo, branchNo: null, paperFile: null, paperFileId, sheets }
  await weather.through('open', () =>
    openBatch(clerk.context, { id: batchId, ...opening, profile: 'grey-300-one' }),
  )
  const shots = throughTheFeeder(floor, clerk, papers)
  const jam = floor.random.chance(jamInTwo) ? floor.random.between(1, shots.length) : shots.length
  for (const part of [shots.slice(0, jam), shots.slice(jam)]) {
    if (part.length > 0) await send(floor, clerk, { batchId, shots: part, place: { kind: 'end' } })
  }
  await balance(floor, clerk, { batchId, papers })
  await cut(floor, clerk, { batchId, papers })
  await index(floor, clerk, { batchId, papers })
  await sendOn(floor, clerk, batchId)
  return batchId
}

function throughTheFeeder({ random }: Floor, { jams }: Clerk, papers: readonly Paper[]): Shot[] {
  return papers.flatMap(({ sheets }) =>
    sheets.flatMap((sheet): Shot[] => {
      if (!random.chance(jams)) return [{ sheet, bad: false }]
      return random.pick<Shot[]>([
        [],
        [
          { sheet, bad: false },
          { sheet, bad: false },
        ],
        [{ sheet, bad: true }],
      ])
    }),
  )
}

type Sending = { batchId: string; shots: readonly Shot[]; place: PortionPlace }

/** One portion: its bytes, its receipt, what the machine sees of it, its place in the batch. */
async function send(floor: Floor, { context }: Clerk, { batchId, shots, place }: Sending) {
  const { weather, camera, images, machinery } = floor
  const all = shots.map((shot) => ({ shot, bytes: camera.shoot(shot) }))
  const scans = all.map(({ bytes }, at) => ({ name: `${at + 1}.png`, sha256: sha256(bytes) }))
  const portionId = id()
  await weather.through('store', async () => {
    for (const { bytes } of all) await storeBlob(context, sha256(bytes), oneChunk(bytes))
  })
  await weather.through('receive', () =>
    receivePortion(context, { batchId, id: portionId, scans, place }),
  )
  for (const [at, { shot }] of all.entries()) {
    const digest = scans[at]?.sha256 ?? ''
    const scanId = idOf('scan', portionId, String(at), digest)
    floor.shown.set(idOf('page', scanId, '0'), shot)
    floor.promised.set(idOf('page', scanId, '0'), batchId)
  }
  const work = { context: machinery, images, onLineExamined: async () => undefined }
  await weather.through('examine', () =>
    examineBatchJob.run(work, { batchId: portionId }, unhurried),
  )
  await weather.through('arrange', () =>
    arrangePortion({ context: machinery, onPagesArrived: async () => undefined }, { portionId }),
  )
}

async function* oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

export type Batch = { batchId: string; papers: readonly Paper[] }

async function edit(floor: Floor, { context }: Clerk, batch: OpenBatch, ...edits: Edit[]) {
  let { version } = batch
  for (const each of edits) {
    const change = { batchId: batch.batchId, id: id(), version: version++, edit: each }
    await floor.weather.through('edit', () => editBatch(context, change, async () => undefined))
  }
  return await readBatch(context, batch.batchId)
}

/** While the count differs the clerk goes through the stack: scans what is missing, leaves out what is double. */
export async function balance(floor: Floor, clerk: Clerk, { batchId, papers }: Batch) {
  let batch = await readBatch(clerk.context, batchId)
  if (batch.count.difference === 0) return
  const double = doublePages(floor, batch.pageList)
  if (double.length > 0) {
    const left = { kind: 'reject', pageIds: double, reason: 'scanned-twice', note: '' } as const
    batch = await edit(floor, clerk, batch, { ...left, pageIds: double })
  }
  const sheets = papers.flatMap((paper) => paper.sheets)
  for (const sheet of missing(floor, sheets, batch)) {
    const before = sheets[sheets.indexOf(sheet) - 1]
    const kept = batch.pageList.filter(({ use }) => use === 'kept')
    const pageId = kept.find((page) => sheetOf(floor, page) === before)?.pageId
    const place: PortionPlace = pageId === undefined ? { kind: 'end' } : { kind: 'after', pageId }
    await send(floor, clerk, { batchId, shots: [{ sheet, bad: false }], place })
    batch = await readBatch(clerk.context, batchId)
    if (pageId === undefined) batch = await toTheFront(floor, clerk, batch)
  }
}

async function toTheFront(floor: Floor, clerk: Clerk, batch: OpenBatch): Promise<OpenBatch> {
  const [first] = batch.documentList
  const last = batch.pageList.at(-1)
  assert(first && last, 'a page has just arrived at the end')
  const to = { documentId: first.documentId, after: null }
  return await edit(floor, clerk, batch, { kind: 'move', pageIds: [last.pageId], to })
}

export function sheetOf({ shown }: Pick<Floor, 'shown'>, { pageId }: { pageId: string }): string {
  const shot = shown.get(pageId)
  assert(shot, 'every page of the line was scanned here')
  return shot.sheet
}

function doublePages(floor: Floor, pages: readonly LinePage[]): string[] {
  const seen = new Set<string>()
  return pages.flatMap((page) => {
    if (page.use !== 'kept') return []
    const sheet = sheetOf(floor, page)
    if (seen.has(sheet)) return page.pageId
    seen.add(sheet)
    return []
  })
}

function missing(floor: Floor, sheets: readonly string[], { pageList }: OpenBatch): string[] {
  const there = new Set(
    pageList.filter(({ use }) => use === 'kept').map((page) => sheetOf(floor, page)),
  )
  return sheets.filter((sheet) => !there.has(sheet))
}

/** Cuts where another paper begins; now and then the clerk takes two for one. */
async function cut(floor: Floor, clerk: Clerk, { batchId, papers }: Batch): Promise<void> {
  const batch = await readBatch(clerk.context, batchId)
  const paperOf = papersBySheet(papers)
  const pages = batch.pageList
  const cuts = pages.flatMap((page, at): Edit[] => {
    const before = pages[at - 1]
    if (before === undefined) return []
    if (paperOf.get(sheetOf(floor, page)) === paperOf.get(sheetOf(floor, before))) return []
    if (floor.random.chance(clerk.misses)) return []
    return [{ kind: 'split', pageId: page.pageId, newDocument: id() }]
  })
  await edit(floor, clerk, batch, ...cuts)
}

export function papersBySheet(papers: readonly Paper[]): Map<string, Paper> {
  return new Map(papers.flatMap((paper) => paper.sheets.map((sheet) => [sheet, paper])))
}

/** States the type of each document, of all that are alike at once; now and then a wrong one. */
async function index(floor: Floor, clerk: Clerk, { batchId, papers }: Batch): Promise<void> {
  const batch = await readBatch(clerk.context, batchId)
  const paperOf = papersBySheet(papers)
  const byType = new Map<string, string[]>()
  for (const { documentId, pageIds } of batch.documentList) {
    const paper = paperOf.get(sheetOf(floor, { pageId: pageIds[0] ?? '' }))
    const wrong = floor.random.chance(clerk.misses)
    const type = wrong ? floor.random.pick(types) : (paper?.type ?? '')
    byType.set(type, [...(byType.get(type) ?? []), documentId])
  }
  const edits = [...byType].map(
    ([type, documentIds]): Edit => ({ kind: 'index', documentIds, set: { type } }),
  )
  await edit(floor, clerk, batch, ...edits)
}

export async function sendOn(floor: Floor, { context }: Clerk, batchId: string): Promise<void> {
  const { version } = await readBatch(context, batchId)
  const sending = { batchId, id: id(), version, difference: null }
  await floor.weather.through('send', () => sendBatch(context, sending))
}

/** What was sent back is put right, by somebody who goes by the paper; then it is sent again. */
export async function mend(floor: Floor, clerk: Clerk, { batchId, papers }: Batch): Promise<void> {
  const paperOf = papersBySheet(papers)
  for (;;) {
    const batch = await readBatch(clerk.context, batchId)
    const back = batch.documentList.find((each) => each.sentBack !== null && !each.sentBack.mended)
    const untyped = batch.documentList.find((each) => each.obstacles.includes('no-type'))
    const document = untyped ?? back
    if (document === undefined) break
    await mendOne(floor, clerk, { batch, document, paperOf })
  }
  await balance(floor, clerk, { batchId, papers })
  await sendOn(floor, clerk, batchId)
}

type Mending = { batch: OpenBatch; document: LineDocument; paperOf: ReadonlyMap<string, Paper> }

/** The first thing that is wrong with a document; nothing being wrong, that it is said to be mended. */
async function mendOne(floor: Floor, clerk: Clerk, mending: Mending): Promise<void> {
  const { batch, document, paperOf } = mending
  const { documentId } = document
  const uses = new Map(batch.pageList.map((page) => [page.pageId, page]))
  const kept = document.pageIds.filter((pageId) => uses.get(pageId)?.use === 'kept')
  const sheets = kept.map((pageId) => sheetOf(floor, { pageId }))
  const paper = paperOf.get(sheets[0] ?? '')
  const { batchId } = batch
  const blurred = kept.find((pageId) => floor.shown.get(pageId)?.bad)
  if (blurred !== undefined) {
    const shots = [{ sheet: sheetOf(floor, { pageId: blurred }), bad: false }]
    return await send(floor, clerk, { batchId, shots, place: { kind: 'instead', pageId: blurred } })
  }
  const stranger = kept.find((_, at) => paperOf.get(sheets[at] ?? '') !== paper)
  const double = kept.find((_, at) => sheets.indexOf(sheets[at] ?? '') < at)
  const lost = paper?.sheets.find((sheet) => !sheets.includes(sheet))
  const wrongType = paper !== undefined && typeOf(document) !== paper.type
  const edits: Edit[] = stranger
    ? [{ kind: 'split', pageId: stranger, newDocument: id() }]
    : double
      ? [{ kind: 'reject', pageIds: [double], reason: 'scanned-twice', note: '' }]
      : wrongType
        ? [{ kind: 'index', documentIds: [documentId], set: { type: paper.type } }]
        : []
  if (edits.length > 0) return void (await edit(floor, clerk, batch, ...edits))
  if (lost !== undefined && paper !== undefined) {
    const at = paper.sheets.indexOf(lost)
    const pageId = kept[at - 1] ?? kept[0] ?? ''
    const shots = [{ sheet: lost, bad: false }]
    await send(floor, clerk, { batchId, shots, place: { kind: 'after', pageId } })
    if (at > 0) return
    const after = await readBatch(clerk.context, batchId)
    const own = after.documentList.find((each) => each.documentId === documentId)?.pageIds ?? []
    const put = own[own.indexOf(pageId) + 1] ?? ''
    const to = { documentId, after: null }
    return void (await edit(floor, clerk, after, { kind: 'move', pageIds: [put], to }))
  }
  await edit(floor, clerk, batch, { kind: 'mended', documentIds: [documentId] })
}

export function typeOf({ fields }: { fields: readonly IndexField[] }): string | null {
  return fields.find(({ field }) => field === 'type')?.value ?? null
}
