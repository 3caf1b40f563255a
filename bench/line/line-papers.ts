import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { OpenBatch } from '#conversion/contract'
import { newId } from '#kernel'
import { aSamplePage, employerSource } from '#sample-office'
import type { Person } from '../../test/kit/line-office.ts'

const employer = employerSource(1, 'pilot')(0)
const id = () => newId(new Date())

const putsAtOnce = 4

export const kinds = [
  ['sps-1-01', 'แบบขึ้นทะเบียนนายจ้าง'],
  ['lease', 'สัญญาเช่า'],
  ['power-of-attorney', 'มอบอำนาจ'],
  ['letter-in', 'หนังสือ'],
] as const

/** Scans of a few papers at 300 dpi, as TIFF: grey for what is read here, or every other black and white. */
export async function masters(mix: 'grey' | 'half'): Promise<Uint8Array[]> {
  const pages = []
  for (const [at, [kind]] of kinds.entries()) {
    const grey = mix === 'grey' || at % 2 === 0
    const manner = grey
      ? ({ look: 'office-300', format: 'tiff-jpeg' } as const)
      : ({ look: 'bilevel-300', format: 'tiff-g4' } as const)
    const { bytes } = await aSamplePage(kind, { seed: 1, ...manner })
    pages.push(bytes)
  }
  return pages
}

/** The same picture as another scan: TIFF reads nothing behind its last directory. */
export function anotherScan(master: Uint8Array): Uint8Array {
  return Buffer.concat([master, randomBytes(16)])
}

export async function openBatch(scanner: Person, sheets: number | null): Promise<string> {
  const batchId = id()
  const { accountNo } = employer
  const about = { branchNo: null, paperFile: null, profile: 'grey-300-one' }
  await scanner.ask('/line/batches', { id: batchId, accountNo, ...about, sheets })
  return batchId
}

/** As the station sends: which are missing, those, then the portion. Answered, it is durable. */
export async function sendPortion(
  scanner: Person,
  batchId: string,
  pages: readonly Uint8Array[],
): Promise<void> {
  const scans: { name: string; sha256: string }[] = []
  for (let from = 0; from < pages.length; from += putsAtOnce) {
    const some = pages.slice(from, from + putsAtOnce)
    const digests = await Promise.all(some.map((bytes) => scanner.put(bytes)))
    for (const [at, digest] of digests.entries()) {
      scans.push({ name: `${from + at + 1}.tif`, sha256: digest })
    }
  }
  const portion = { id: id(), scans, place: { kind: 'end' } }
  await scanner.ask(`/line/batches/${batchId}/portions`, portion)
}

/** A batch of documents of so many pages, all arrived and cut; their kinds go round. */
export async function aBatch(
  scanner: Person,
  { documents, pages, indexed }: { documents: number; pages: number; indexed: boolean },
): Promise<string> {
  const batchId = await openBatch(scanner, documents * pages)
  const all = await masters('grey')
  const scans = Array.from({ length: documents * pages }, (_, at) => {
    const master = all[Math.floor(at / pages) % all.length] ?? new Uint8Array()
    return anotherScan(master)
  })
  await sendPortion(scanner, batchId, scans)
  const path = `/line/batches/${batchId}`
  let batch = await scanner.ask<OpenBatch>(path)
  while (batch.pageList.length < documents * pages) {
    await delay(500)
    batch = await scanner.ask<OpenBatch>(path)
  }
  const edit = async (each: object) => {
    const { version } = batch
    batch = await scanner.ask<OpenBatch>(`${path}/edits`, { id: id(), version, edit: each })
  }
  for (let at = pages; at < documents * pages; at += pages) {
    const pageId = batch.pageList[at]?.pageId
    await edit({ kind: 'split', pageId, newDocument: id() })
  }
  if (!indexed) return batchId
  for (const [at, { documentId }] of [...batch.documentList].entries()) {
    const type = kinds[at % kinds.length]?.[0]
    await edit({ kind: 'index', documentIds: [documentId], set: { type } })
  }
  const { version } = batch
  await scanner.ask(`${path}/send`, { id: id(), version, difference: null })
  return batchId
}
