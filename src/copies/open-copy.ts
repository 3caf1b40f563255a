import { type DocumentsTables, findDocument, pagesOfDocument, type StoredPage } from '#documents'
import { Refusal } from '#kernel'
import { findOffice, type OfficesTables } from '#offices'
import type { BlobStore } from '#platform/blobs'
import type { Images } from '#platform/images'
import type { Context } from '#record'
import { coversFor } from '#redactions'
import { printPages, type TextRecognitionTables } from '#text-recognition'
import { formatAccountNo } from '#thai-text'
import { nameOfCopy } from './copy-name.ts'
import type { MarkSetter } from './mark-setter.ts'
import { markWords } from './mark-words.ts'
import { refusals } from './refusals.ts'
import { copyOf } from './store.ts'
import type { CopiesTables } from './tables.ts'

const limits = { open_ms_max: 60 * 60_000 }

/** What making the file needs beside the context. */
export type CopyPowers = { images: Images; derived: BlobStore; marks: MarkSetter }

type Tables = CopiesTables & DocumentsTables & OfficesTables & TextRecognitionTables

/**
 * The file of a copy, part by part, for whom it was issued to.
 * @throws Refusal `copies.copy_unknown`, `copies.copy_closed`
 */
export async function openCopy(
  context: Context,
  copyId: string,
  { images, derived, marks }: CopyPowers,
): Promise<{ name: string; pages: number; parts: AsyncIterable<Uint8Array> }> {
  const scope = context.may('copies.issue')
  const read = context.read<Tables>()
  const { actor, clock, store } = context
  const copy = await copyOf(read, { copyId, person: actor.person })
  if (copy === null) throw new Refusal(refusals.copy_unknown, { copyId })
  if (clock.now().getTime() - copy.issuedAt.getTime() > limits.open_ms_max) {
    throw new Refusal(refusals.copy_closed, { copyId })
  }
  const documents = []
  const pages: StoredPage[] = []
  for (const { documentId, from, to } of copy.documents) {
    const document = await findDocument(read, scope, documentId)
    if (document === null) throw new Refusal(refusals.copy_unknown, { copyId })
    documents.push(document)
    const all = await pagesOfDocument(read, documentId)
    pages.push(...all.filter(({ ordinal }) => ordinal >= from && ordinal <= to))
  }
  const pageIds = pages.map(({ pageId }) => pageId)
  const covers = await coversFor(context, pageIds, copy.covered)
  const office = await findOffice(read, actor.office)
  const words = markWords({ ...copy, officeName: office?.shortNameTh ?? actor.office })
  const titles = documents.map(({ formNo, typeTitleTh }) => formNo ?? typeTitleTh)
  const about = {
    title: `${[...new Set(titles)].join(', ')} · ${formatAccountNo(copy.accountNo)} · ${words.what}`,
    madeAt: copy.issuedAt,
    ...(copy.marked ? { mark: await marks.mark(words) } : {}),
  }
  const printed = pages.map((page) => ({ page, cover: covers.get(page.pageId) ?? null }))
  const parts = printPages(printed, about, { read, store, derived, images })
  return { name: nameOfCopy(documents), pages: pages.length, parts }
}
