import { type DocumentsTables, findDocument } from '#documents'
import { type EmployersTables, officesOfAccounts } from '#employers'
import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import { type Context, scopeOrNull } from '#record'
import { commits } from './commits.ts'
import type { CopiedPages, CopyForm } from './contract.ts'
import { whyNotCopy } from './copy-decision.ts'
import { nameOfCopy } from './copy-name.ts'
import { activities, purposes } from './purposes.ts'
import { refusals } from './refusals.ts'

export type IssueCopy = {
  id: Id
  documents: readonly { documentId: string; from?: number | undefined; to?: number | undefined }[]
  form: CopyForm
  covered: boolean
  marked: boolean
  purpose: string
  activity: string | null
  reference: string | null
}

/**
 * Records that pages are taken, by whom and for what; `openCopy` then makes the file.
 * @throws Refusal `copies.document_unknown` (also out of scope) and those of `whyNotCopy`
 */
export async function issueCopy(
  context: Context,
  asked: IssueCopy,
): Promise<{ copyId: string; pages: number; name: string }> {
  const scope = context.may('copies.issue')
  const { id, ...input } = asked
  const read = context.read<DocumentsTables>()
  const documents = []
  for (const { documentId, from = 1, to } of asked.documents) {
    const document = await findDocument(read, scope, documentId)
    if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
    documents.push({ ...document, from, to: to ?? document.pages })
  }
  const mayRelease = scopeOrNull(context, 'copies.release') !== null
  const refusal = whyNotCopy({ ...asked, documents }, { purposes, activities, mayRelease })
  if (refusal !== null) throw refusal
  const [first] = documents
  if (first === undefined) throw new Refusal(refusals.document_unknown)
  const { accountNo } = first
  const copied: CopiedPages[] = documents.map(({ documentId, from, to }) => ({
    ...{ documentId, from, to },
  }))
  const commit = await context.record(
    { id, streams: [`employer/${accountNo}`], input },
    async (tables: ReadTables<EmployersTables>) => {
      const officeId = (await officesOfAccounts(tables, [accountNo])).get(accountNo)
      if (officeId === undefined) throw new Refusal(refusals.document_unknown)
      const { form, covered, marked, purpose, activity, reference } = asked
      return commits.fact('copies.issued/1', {
        ...{ copyId: id, accountNo, officeId, documents: copied, form, covered, marked },
        ...{ purpose, activity, reference: reference || null },
        pages: copied.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      })
    },
  )
  const { copyId, pages } = commit.body
  return { copyId, pages, name: nameOfCopy(documents) }
}
