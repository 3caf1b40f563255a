import type { Database } from '#platform/postgres'
import { type PageLine, refillPages, type SearchGiven } from '#search'
import type { PageSource, PageText } from './page-texts.ts'

/** What search asks of the office, answered from the generator. */
export function givenFor(database: Database, source: PageSource, count: number): SearchGiven {
  const kept = new Map<string, PageText>()
  let served = 0
  return {
    snapshot: database.snapshot,
    employersAfter: async () => [],
    employersByAccount: async () => [],
    async pagesAfter(_read, _after, limit) {
      // The refill asks in order, once.
      const batch = Array.from({ length: Math.min(limit, count - served) }, (_, at) =>
        source(served + at),
      )
      served += batch.length
      kept.clear()
      for (const page of batch) kept.set(page.pageId, page)
      return batch.map((page) => ({
        pageId: page.pageId,
        documentId: page.documentId,
        accountNo: page.employer.accountNo,
        branchNo: page.employer.branchNo,
        officeId: page.employer.office,
        type: page.type,
        dated: { date: `${page.year}-01-01` },
        ordinal: 1,
      }))
    },
    linesOf: async ({ pageId }) => linesOn(kept.get(pageId)?.read ?? []),
    officeNames: async () => new Map(),
    documentTypes: async () => [],
    boxesOf: async () => null,
  }
}

/** Lines under each other over the whole width. */
export function linesOn(texts: readonly string[]): PageLine[] {
  const height = 1 / (texts.length + 1)
  return texts.map((text, at) => ({ text, box: [0.1, at * height, 0.8, height * 0.8] }))
}

/** Seconds that a refill of all pages takes. */
export async function fill(database: Database, search: SearchGiven): Promise<number> {
  const begun = performance.now()
  const progress = (_job: string, done: number) =>
    done % 20_000 === 0 && console.log(`${done} pages`)
  await refillPages.run({ database, search, progress }, {}, new AbortController().signal)
  return Math.round((performance.now() - begun) / 1_000)
}
