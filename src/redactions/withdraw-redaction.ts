import { type DocumentsTables, findDocument } from '#documents'
import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { refusals } from './refusals.ts'
import { redactionsOf } from './store.ts'
import type { RedactionsTables } from './tables.ts'

/** Takes a redaction back. @throws Refusal `document_unknown`, `redaction_unknown`, `withdrawn_already` */
export async function withdrawRedaction(
  context: Context,
  { id, documentId, redactionId }: { id: Id; documentId: string; redactionId: string },
): Promise<{ redactionId: string }> {
  const scope = context.may('redactions.make')
  const document = await findDocument(context.read<DocumentsTables>(), scope, documentId)
  if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
  const { accountNo } = document
  await context.record(
    { id, streams: [`employer/${accountNo}`], input: { documentId, redactionId } },
    async (read: ReadTables<RedactionsTables>) => {
      const all = await redactionsOf(read, documentId)
      const redaction = all.find((each) => each.redactionId === redactionId)
      if (redaction === undefined) throw new Refusal(refusals.redaction_unknown, { redactionId })
      if (redaction.withdrawn !== null) throw new Refusal(refusals.withdrawn_already)
      return commits.fact('redactions.withdrawn/1', { redactionId, documentId, accountNo })
    },
  )
  return { redactionId }
}
