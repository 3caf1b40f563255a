import { type DocumentsTables, listDocumentTypes, pagesAfter } from '#documents'
import { type EmployersTables, employersAfter, employersByAccount } from '#employers'
import { listOfficeRows, type OfficesTables } from '#offices'
import type { BlobStore } from '#platform/blobs'
import type { Database } from '#platform/postgres'
import { openLines, type RedactionsTables } from '#redactions'
import { keepNameLists, type SearchGiven } from '#search'
import {
  findReading,
  locate,
  readingLines,
  recognisedPage,
  type TextRecognitionTables,
} from '#text-recognition'

/** What the follower of imports asks: the names of the employers just written. */
export const followed: Pick<SearchGiven, 'employersByAccount'> = {
  employersByAccount: (read, accountNos) =>
    employersByAccount(read.tables<EmployersTables>(), accountNos),
}

/** Ties search to the modules whose matter it finds; none of them knows the other. */
export function searchGiven(sources: { database: Database; derived: BlobStore }): SearchGiven {
  const { database, derived } = sources
  const readings = () => database.reader.tables<TextRecognitionTables>()
  const covers = () => database.reader.tables<RedactionsTables>()
  return {
    ...followed,
    snapshot: database.snapshot,
    employersAfter: (read, after, limit) =>
      employersAfter(read.tables<EmployersTables>(), after, limit),
    pagesAfter: (read, after, limit) => pagesAfter(read.tables<DocumentsTables>(), after, limit),
    async linesOf({ pageId }) {
      const lines = await readingLines({ read: readings(), derived }, pageId)
      return lines === null ? null : await openLines(covers(), { pageId, lines })
    },
    async officeNames(read) {
      const offices = await listOfficeRows(read.tables<OfficesTables>())
      return new Map(offices.map(({ code, shortNameTh }) => [code, shortNameTh]))
    },
    documentTypes: (read) => listDocumentTypes(read.tables<DocumentsTables>()),
    async boxesOf({ pageId, line, start, end }) {
      const row = await findReading(readings(), pageId)
      const page = row?.derivedKey ? await recognisedPage(derived, row.derivedKey) : null
      if (page === null) return null
      // The lines of the index, whose numbers these are.
      const lines = await openLines(covers(), { pageId, lines: page.lines })
      return locate({ ...page, lines }, line, { start, end })
    },
    nameLists: keepNameLists(),
  }
}
