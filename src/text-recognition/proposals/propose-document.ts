import type { RecognisedPage } from '../recognised-page.ts'
import { readLines } from './page-lines.ts'
import type { Known, Proposal } from './proposal.ts'
import { proposeDate } from './propose-date.ts'
import { proposeEmployer } from './propose-employer.ts'
import { proposeType } from './propose-type.ts'

/**
 * What the pages of one document, in their order, say of its place in the files, the likeliest first
 * for each field. A field of which too little is known has no proposal. Recognised numbers only ever
 * point at employers that the register knows.
 */
export async function proposeDocument(
  pages: readonly RecognisedPage[],
  known: Known,
): Promise<Proposal[]> {
  const lines = readLines(pages)
  return [
    ...proposeType(lines, known.types),
    ...(await proposeEmployer(lines, known)),
    ...proposeDate(lines, known.today),
  ]
}
