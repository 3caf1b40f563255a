import { z } from 'zod'
import { type Id, type PaperDate, Refusal } from '#kernel'
import { failureCode, type ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { isUnseen } from './cancelled-scans.ts'
import { commits } from './commits.ts'
import { limits, type Scan, type ScanState } from './contract.ts'
import { examinationsOf, inScope, markPlaced } from './examinations.ts'
import { filePages, stands } from './place-batch.ts'
import { refusals } from './refusals.ts'
import type { Examination, IntakeTables, ScanRow } from './tables.ts'

type InboxQuery = { state?: 'waiting' | 'quarantined' | undefined; after?: string | undefined }

/** Scans that wait for a person, newest id last, by page of `limits.page_size_max`. */
export async function listInbox(context: Context, { state, after }: InboxQuery) {
  const scope = context.may('intake.list')
  const read = context.read<IntakeTables>()
  const waitingRows = read
    .selectFrom('derived.scanExamination as e')
    .innerJoin('record.scan as s', 's.scanId', 'e.scanId')
    .where('s.setAsideReason', 'is', null)
    .where('e.officeId', 'in', scope.offices === 'all' ? everyOffice(read) : [...scope.offices, ''])
  const counts = await waitingRows
    .select(({ fn }) => ['e.state', fn.countAll<number>().as('scans')])
    .where('e.state', 'in', ['waiting', 'quarantined'])
    .groupBy('e.state')
    .execute()
  const rows = await waitingRows
    .innerJoin('record.batch as b', 'b.batchId', 's.batchId')
    .selectAll('s')
    .select('b.label as batchLabel')
    .where('e.state', 'in', state === undefined ? ['waiting', 'quarantined'] : [state])
    .where('s.scanId', '>', after ?? '00000000-0000-0000-0000-000000000000')
    .orderBy('s.scanId')
    .limit(limits.page_size_max)
    .execute()
  const found = await examinationsOf(
    read,
    rows.map(({ scanId }) => scanId),
  )
  const count = (wanted: string) => Number(counts.find((row) => row.state === wanted)?.scans ?? 0)
  return {
    scans: rows.map((row) => ({
      ...shown(row, found.get(row.scanId)),
      batchLabel: row.batchLabel,
    })),
    waiting: count('waiting'),
    quarantined: count('quarantined'),
    next: rows.length === limits.page_size_max ? (rows.at(-1)?.scanId ?? null) : null,
  }
}

function everyOffice(read: ReadTables<IntakeTables>) {
  return read.selectFrom('record.batch').select('officeId').distinct()
}

function shown(scan: ScanRow, examination: Examination | undefined): Scan {
  const { scanId, batchId, name, bytes, duplicateOf } = scan
  const { mediaType, documentIds, ...facts } = examination?.facts ?? {}
  return {
    scanId,
    batchId,
    name,
    bytes,
    duplicateOf,
    pages: examination?.pages.length || null,
    state: stateOf(scan, examination),
    reason: examination?.reason ?? null,
    facts,
    documentIds: examination ? documentsOf(examination) : [],
  }
}

function stateOf(scan: ScanRow, examination: Examination | undefined): ScanState {
  if (scan.duplicateOf !== null) return 'duplicate'
  if (scan.setAsideReason !== null) return 'set-aside'
  const state = examination?.state ?? 'examined'
  if (state === 'examined' || state === 'line') return 'received'
  return state
}

export type PlaceScan = {
  scanId: string
  id: Id
  accountNo: string
  branchNo: string
  type: string
  dated: PaperDate | null
}

/** Puts all pages of a waiting scan into a file, by hand, as one document. */
export async function placeScan(
  context: Context,
  { scanId, id, ...destination }: PlaceScan,
): Promise<{ documentId: string }> {
  const { scan, examination } = await waitingScan(context, scanId)
  if (examination.state === 'quarantined') throw new Refusal(refusals.scan_unreadable, { scanId })
  if (isUnseen(examination)) throw new Refusal(refusals.scan_unseen, { scanId })
  const mediaType = String(examination.facts['mediaType'])
  const toPlace = { ...scan, mediaType, pages: examination.pages }
  const pages = pagesLeft(examination).map((pageIndex) => ({ scan: toPlace, pageIndex }))
  const { batchId } = scan
  const filing = { id, batchId, pages, destination: { ...destination, section: null } }
  const documentId = await filePages(context, filing).catch((reason: unknown) => {
    // Somebody placed it a moment earlier: only one of the two is told that it worked.
    const placed = reason instanceof Refusal && stands.includes(reason.code)
    // In another employer's file at the same instant: the primary key of the page refuses.
    if (!placed && failureCode(reason) !== '23505') throw reason
    throw new Refusal(refusals.scan_filed, { scanId })
  })
  const facts = { documentIds: [...documentsOf(examination), documentId] }
  await markPlaced(context, new Map([[scanId, { state: 'filed', reason: null, facts }]]))
  return { documentId }
}

/** The pages that are in no document yet; all of them where only cover sheets are left. */
function pagesLeft({ facts, pages }: Examination): number[] {
  const left = z.array(z.int()).safeParse(facts['pagesLeft'])
  return left.success && left.data.length > 0 ? left.data : pages.map((_, index) => index)
}

function documentsOf({ facts }: Examination): string[] {
  return z.array(z.string()).catch([]).parse(facts['documentIds'])
}

/** Takes a scan out of the inbox with a reason. Its bytes and its place in the count stay. */
export async function setScanAside(
  context: Context,
  { scanId, id, reason }: { scanId: string; id: Id; reason: string },
): Promise<{ state: 'set-aside' }> {
  const { scan } = await waitingScan(context, scanId)
  const { batchId } = scan
  await context.record({ id, streams: [`batch/${batchId}`], input: { scanId, reason } }, async () =>
    commits.fact('intake.set-aside/1', { scanId, batchId, reason }),
  )
  return { state: 'set-aside' }
}

async function waitingScan(context: Context, scanId: string) {
  const scope = context.may('intake.place')
  const read = context.read<IntakeTables>()
  const scan = await read
    .selectFrom('record.scan')
    .selectAll()
    .where('scanId', '=', scanId)
    .executeTakeFirst()
  if (scan === undefined || !inScope(scope, scan.officeId)) {
    throw new Refusal(refusals.scan_unknown, { scanId })
  }
  const examination = (await examinationsOf(read, [scanId])).get(scanId)
  if (examination?.state === 'filed') throw new Refusal(refusals.scan_filed, { scanId })
  const underWay = examination?.state === 'examined' || examination?.state === 'line'
  if (examination === undefined || underWay || scan.setAsideReason) {
    throw new Refusal(refusals.scan_not_waiting, { scanId })
  }
  return { scan, examination }
}
