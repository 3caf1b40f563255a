import { queryOptions } from '@tanstack/react-query'
import type { openDocument, openFile } from '#documents/contract'
import { ask } from '../api/ask.ts'

export function documentQuery(documentId: string) {
  return queryOptions({
    queryKey: ['document', documentId],
    queryFn: ({ signal }) =>
      ask<typeof openDocument>('GET', '/documents/:documentId', { params: { documentId }, signal }),
  })
}

/** The file that a document lies in; the same key as the file's own screen, so it is at hand mostly. */
export function fileQuery(accountNo: string) {
  return queryOptions({
    queryKey: ['file', accountNo],
    queryFn: ({ signal }) =>
      ask<typeof openFile>('GET', '/employer-files/:accountNo', { params: { accountNo }, signal }),
  })
}
