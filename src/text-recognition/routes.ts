import type { BlobStore } from '#platform/blobs'
import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { openPageText } from './open-page-text.ts'
import { readingProgress } from './reading-progress.ts'

export function readingsHandlers(derived: BlobStore): Handler[] {
  return [
    handle(contract.openPageText, (context, { params }) =>
      openPageText(context, { pageId: params.pageId, derived }),
    ),
    handle(contract.readingProgress, (context) => readingProgress(context)),
  ]
}
