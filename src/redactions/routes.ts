import { type DocumentsTables, findDocument } from '#documents'
import { Refusal } from '#kernel'
import type { Images } from '#platform/images'
import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { redactPages } from './redact-pages.ts'
import { refusals } from './refusals.ts'
import { seesThrough } from './see-page.ts'
import { redactionsOf } from './store.ts'
import type { RedactionsTables } from './tables.ts'
import { withdrawRedaction } from './withdraw-redaction.ts'

export function handlers(images: Images): Handler[] {
  return [
    handle(contract.listRedactions, async (context, { params: { documentId } }) => {
      const read = context.read<DocumentsTables & RedactionsTables>()
      const document = await findDocument(read, context.may('documents.open'), documentId)
      if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
      const redactions = await redactionsOf(read, documentId)
      return { redactions, seesThrough: seesThrough(context) }
    }),
    handle(contract.redactPages, (context, { params, body }) =>
      redactPages(context, { ...body, documentId: params.documentId }, images),
    ),
    handle(contract.withdrawRedaction, (context, { params, body }) =>
      withdrawRedaction(context, { ...params, id: body.id }),
    ),
  ]
}
