import type { z } from 'zod'
import { type DocumentsTables, findDocument, pagesOfDocument, type StoredPage } from '#documents'
import { type EmployersTables, officesOfAccounts } from '#employers'
import { type Id, Refusal } from '#kernel'
import { blobKey } from '#platform/blobs'
import { encodePage, type Images } from '#platform/images'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { burn } from './burn.ts'
import { commits } from './commits.ts'
import type { Box, Reason } from './contract.ts'
import { refusals } from './refusals.ts'
import { coversOf } from './store.ts'
import type { RedactionsTables } from './tables.ts'

/** What a rendition may take; a page of A3 in colour at 300 dpi takes some 6 MB. */
const limits = { rendition_bytes_max: 100 * 1024 ** 2 }

export type RedactPages = {
  id: Id
  documentId: string
  reason: Reason
  note: string
  pages: readonly { pageId: string; over: string | null; boxes: Box[] }[]
}

/**
 * Covers boxes on pages of a document: each page gets a rendition with the pixels burnt, kept before the
 * commit that names it. A rendition holds all boxes of its page, so whoever did not see those that stand now
 * is told, and uncovers nothing.
 * @throws Refusal `redactions.document_unknown` (also out of scope), `page_unknown`, `reason_lacking`,
 *   `covered_meanwhile`
 */
export async function redactPages(
  context: Context,
  asked: RedactPages,
  images: Images,
): Promise<{ redactionId: string; pages: number }> {
  const scope = context.may('redactions.make')
  const { id, ...input } = asked
  const { documentId, reason, note } = asked
  if (reason === 'other' && note === '') throw new Refusal(refusals.reason_lacking)
  const read = context.read<DocumentsTables>()
  const document = await findDocument(read, scope, documentId)
  if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
  const known = new Map(
    (await pagesOfDocument(read, documentId)).map((page) => [page.pageId, page]),
  )
  const pages: Redacted[] = []
  for (const { pageId, boxes } of asked.pages) {
    const page = known.get(pageId)
    if (page === undefined) throw new Refusal(refusals.page_unknown, { pageId })
    pages.push({ pageId, boxes, ...(await keepRendition(context, { page, boxes, images })) })
  }
  const { accountNo } = document
  const commit = await context.record(
    { id, streams: [`employer/${accountNo}`], input },
    async (tables: ReadTables<EmployersTables & RedactionsTables>) => {
      await refuseUnseen(tables, asked.pages)
      const officeId = (await officesOfAccounts(tables, [accountNo])).get(accountNo)
      if (officeId === undefined) throw new Refusal(refusals.document_unknown, { documentId })
      const redaction = { redactionId: id, documentId, accountNo, officeId, reason, note }
      return commits.fact('redactions.made/1', { ...redaction, pages })
    },
  )
  return { redactionId: commit.body.redactionId, pages: commit.body.pages.length }
}

async function refuseUnseen(
  read: ReadTables<RedactionsTables>,
  pages: RedactPages['pages'],
): Promise<void> {
  const pageIds = pages.map(({ pageId }) => pageId)
  const standing = await coversOf(read, pageIds)
  const unseen = pages.find(
    ({ pageId, over }) => (standing.get(pageId)?.redactionId ?? null) !== over,
  )
  if (unseen !== undefined) {
    throw new Refusal(refusals.covered_meanwhile, { pageId: unseen.pageId })
  }
}

type Redacted = z.input<(typeof commits.schemas)['redactions.made/1']>['pages'][number]
type Burning = { page: StoredPage; boxes: readonly Box[]; images: Images }

async function keepRendition({ store }: Context, { page, boxes, images }: Burning) {
  const { turn, straighten } = page
  const upright = turn === 0 && straighten === 0 ? {} : { upright: { turn, straighten } }
  const path = await store.path(blobKey(page.sha256))
  const raw = await images.decodePage(path, page.pageIndex, { colour: true, ...upright })
  const { bytes, mediaType } = await encodePage(burn(raw, boxes))
  const kept = await store.put([bytes], { bytes_max: limits.rendition_bytes_max })
  return { ...kept, mediaType }
}
