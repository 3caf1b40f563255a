import type { ReadTables } from '#platform/postgres'
import type { FiledDocument, Page } from './contract.ts'

/** What modules above know of documents and pages; the app hands it in. `Tables` are theirs. */
export type DocumentsGiven<Tables> = {
  /** A page that is not in the map is waiting. */
  readingStates(
    read: ReadTables<Tables>,
    pageIds: readonly string[],
  ): Promise<Map<string, Page['recognition']>>
  /** The file name a scan came with. Without it no name is shown. */
  scanName?(read: ReadTables<Tables>, scanId: string): Promise<string | null>
  /** Who vouched for the document; without it nobody did. */
  certificationOf?(
    read: ReadTables<Tables>,
    documentId: string,
  ): Promise<FiledDocument['certification']>
} & CertifiedGiven<Tables>

/** Documents enter a file after their batch was certified, so what this tells of one never changes. */
export type CertifiedGiven<Tables> = {
  /** Those of these batches that are certified; without it none is. */
  certifiedBatches?(
    read: ReadTables<Tables>,
    batchIds: readonly string[],
  ): Promise<ReadonlySet<string>>
}

/** Tells of each of these documents whether it is certified. */
export async function certifiedAmong<Tables>(
  read: ReadTables<Tables>,
  documents: readonly { documentId: string; batchId: string | null }[],
  { certifiedBatches }: CertifiedGiven<Tables>,
): Promise<ReadonlySet<string>> {
  const batchIds = [...new Set(documents.flatMap(({ batchId }) => batchId ?? []))]
  if (batchIds.length === 0 || certifiedBatches === undefined) return new Set()
  const certified = await certifiedBatches(read, batchIds)
  return new Set(
    documents.flatMap(({ documentId, batchId }) =>
      batchId !== null && certified.has(batchId) ? documentId : [],
    ),
  )
}
