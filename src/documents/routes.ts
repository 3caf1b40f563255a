import { type Handler, handle } from '#record'
import { listDocumentTypes } from './catalogue.ts'
import * as contract from './contract.ts'
import { type DocumentsGiven, openDocument } from './open-document.ts'
import { openFile } from './open-file.ts'
import type { DocumentsTables } from './tables.ts'

export function handlers<Tables>(given: DocumentsGiven<Tables>): Handler[] {
  return [
    handle(contract.openFile, (context, { params }) => openFile(context, params.accountNo)),
    handle(contract.openDocument, (context, { params }) =>
      openDocument(context, params.documentId, given),
    ),
    handle(contract.listTypes, async (context) => ({
      types: await listDocumentTypes(context.read<DocumentsTables>()),
    })),
  ]
}
