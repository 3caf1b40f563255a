import type { Duty } from '#certification/contract'
import type { CheckDocument, ReturnReason } from '#conversion/contract'
import type { Context } from '#record'
import { certifyBatch } from '../../../src/certification/certify-batch.ts'
import {
  lookAtDocument,
  returnFromCertification,
} from '../../../src/certification/look-at-document.ts'
import { signBatches } from '../../../src/certification/sign-batches.ts'
import { listToCertify } from '../../../src/certification/store.ts'
import { finishCheck } from '../../../src/conversion/finish-check.ts'
import { openCheck } from '../../../src/conversion/open-check.ts'
import { judgeDocument } from '../../../src/conversion/verdicts.ts'
import type { Paper } from './paper.ts'
import type { Checker } from './people.ts'
import { type Batch, type Floor, id, papersBySheet, sheetOf, typeOf } from './scanning.ts'

/** Good documents that are sent back all the same. */
const falseAlarms = 0.002
const givenBack = 0.02
const unhurried = new AbortController().signal

/** Looks at what the plan asks for until the check is closed; gives where the batch goes. */
export async function check(
  floor: Floor,
  { context, catches }: Checker,
  { batchId, papers }: Batch,
): Promise<'accepted' | 'returned'> {
  const paperOf = papersBySheet(papers)
  const closing = { batchId, id: id() }
  for (;;) {
    const open = await floor.weather.through('take', () => openCheck(context, batchId))
    for (const document of open.documentList) {
      if (document.verdict !== null) continue
      const flaw = flawOf(floor, document, paperOf)
      const seen = flaw !== null && floor.random.chance(catches)
      const alarm = flaw === null && floor.random.chance(falseAlarms)
      const reason = seen ? flaw.reason : alarm ? ('other' as const) : null
      const verdict = {
        ...{ id: id(), documentId: document.documentId, reason },
        verdict: reason === null ? ('accept' as const) : ('reject' as const),
        note: alarm ? 'ดูแปลก' : '',
        pageIds: seen ? flaw.pageIds : [],
      }
      await floor.weather.through('judge', () => judgeDocument(context, batchId, verdict))
    }
    const { result } = await floor.weather.through('close', () => finishCheck(context, closing))
    if (result !== 'look-at-all') return result
  }
}

type Flaw = { reason: ReturnReason; pageIds: string[] }

/** What is really wrong with a document, as paper beside the screen would tell. */
function flawOf(
  floor: Floor,
  document: CheckDocument,
  paperOf: ReadonlyMap<string, Paper>,
): Flaw | null {
  const { pages } = document
  const bad = pages.find(({ pageId }) => floor.shown.get(pageId)?.bad)
  if (bad !== undefined) return { reason: 'unreadable', pageIds: [bad.pageId] }
  const sheets = pages.map((page) => sheetOf(floor, page))
  const paper = paperOf.get(sheets[0] ?? '')
  if (sheets.some((sheet) => paperOf.get(sheet) !== paper)) {
    return { reason: 'misfiled', pageIds: [] }
  }
  const double = pages.find((_, at) => sheets.indexOf(sheets[at] ?? '') < at)
  if (double !== undefined) return { reason: 'page-repeated', pageIds: [double.pageId] }
  if (sheets.join() !== paper?.sheets.join()) return { reason: 'page-missing', pageIds: [] }
  return typeOf(document) === paper.type ? null : { reason: 'wrong-index', pageIds: [] }
}

export type Signers = { scanner: Context; checker: Context; head: Context }

/** The four sign; now and then the head gives a document back instead, and the batch goes round again. */
export async function certify(
  floor: Floor,
  { scanner, checker, head }: Signers,
  batchId: string,
): Promise<'certified' | 'returned'> {
  const [batch] = (await listToCertify(head)).batches
  if (batch === undefined) throw new Error('the batch waits for certification')
  if (floor.random.chance(givenBack)) {
    const [{ documentId } = { documentId: '' }] = batch.documentList
    const back = { batchId, id: id(), documentId, reason: 'other', note: 'ขอดูต้นฉบับอีกครั้ง' }
    await floor.weather.through('give back', () => returnFromCertification(head, back))
    return 'returned'
  }
  for (const { documentId } of batch.documentList.slice(0, 3)) {
    for (const person of [head, checker]) await lookAtDocument(person, { batchId, documentId })
  }
  const duties: [Duty, Context][] = [
    ['converted', scanner],
    ['content', checker],
    ['metadata', checker],
    ['process', head],
  ]
  for (const [duty, person] of duties) {
    const asked = { id: id(), duty, batches: [{ batchId, digest: batch.digest }], password: '' }
    await floor.weather.through('sign', () =>
      signBatches(person, asked, async () => 'password' as const),
    )
  }
  await floor.weather.through('certify', () => certifyBatch(floor.machinery, batchId, unhurried))
  return 'certified'
}
