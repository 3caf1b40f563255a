import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { type DocumentsGiven, openDocument, openFile } from './open-file.ts'
import { listDocumentTypes } from './store.ts'
import type { DocumentsTables } from './tables.ts'

export function documentsHandlers(given: DocumentsGiven): Handler[] {
  return [
    handle(contract.openFile, (context, { params }) => openFile(context, params.accountNo)),
    handle(contract.openDocument, (context, { params }) =>
      openDocument(context, given, params.documentId),
    ),
    handle(contract.listTypes, async (context) => ({
      types: await listDocumentTypes(context.read<DocumentsTables>()),
    })),
  ]
}
