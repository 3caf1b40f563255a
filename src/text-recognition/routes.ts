import type { BlobStore } from '#platform/blobs'
import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { type CoverFor, openPageText } from './open-page-text.ts'
import { readingProgress } from './reading-progress.ts'

export function readingsHandlers(derived: BlobStore, coverFor: CoverFor): Handler[] {
  return [
    handle(contract.openPageText, (context, { params: { pageId }, query }) =>
      openPageText(context, { pageId, covered: query.covered === '1' }, { derived, coverFor }),
    ),
    handle(contract.readingProgress, (context) => readingProgress(context)),
  ]
}
