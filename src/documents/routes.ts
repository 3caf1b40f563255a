import { Refusal } from '#kernel'
import { type Context, type Handler, handle } from '#record'
import { listDocumentTypes } from './catalogue.ts'
import * as contract from './contract.ts'
import { correctDocuments, restoreVersion, undoCorrection } from './correct-documents.ts'
import { certifiedAmong, type DocumentsGiven } from './given.ts'
import { openDocument } from './open-document.ts'
import { openFile } from './open-file.ts'
import { refusals } from './refusals.ts'
import type { DocumentsTables } from './tables.ts'
import { placeOfDocument, versionsOf } from './versions.ts'

export function handlers<Tables>(given: DocumentsGiven<Tables>): Handler[] {
  return [
    handle(contract.openFile, (context, { params }) => openFile(context, params.accountNo, given)),
    handle(contract.openDocument, (context, { params }) =>
      openDocument(context, params.documentId, given),
    ),
    handle(contract.listTypes, async (context) => ({
      types: await listDocumentTypes(context.read<DocumentsTables>()),
    })),
    handle(contract.correctDocuments, (context, { params, body }) =>
      correctDocuments(context, { ...params, ...body }, given),
    ),
    handle(contract.undoCorrection, (context, { params, body }) =>
      undoCorrection(context, { ...params, ...body }, given),
    ),
    handle(contract.restoreVersion, (context, { params, body }) =>
      restoreVersion(context, { ...params, ...body }, given),
    ),
    handle(contract.listVersions, (context, { params }) =>
      listVersions(context, params.documentId, given),
    ),
  ]
}

/** @throws Refusal `documents.document_unknown`, also for a document of another office */
async function listVersions<Tables>(
  context: Context,
  documentId: string,
  given: DocumentsGiven<Tables>,
) {
  const read = context.read<DocumentsTables>()
  const place = await placeOfDocument(read, context.may('documents.open'), documentId)
  if (place === null) throw new Refusal(refusals.document_unknown, { documentId })
  const filing = { ...place, documentId }
  const certified = await certifiedAmong(context.read<Tables>(), [filing], given)
  return { versions: await versionsOf(read, filing, certified.has(documentId)) }
}
