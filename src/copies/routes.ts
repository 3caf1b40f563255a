import { type EmployersTables, findEmployer } from '#employers'
import { Refusal } from '#kernel'
import { handle } from '#record'
import * as contract from './contract.ts'
import { issueCopy } from './issue-copy.ts'
import { activities, purposes, screenWarningTh } from './purposes.ts'
import { refusals } from './refusals.ts'
import { copiesOfFile } from './store.ts'
import type { CopiesTables } from './tables.ts'

export const handlers = [
  handle(contract.listPurposes, async () => ({ purposes, activities, warningTh: screenWarningTh })),
  handle(contract.issueCopy, (context, { body }) => issueCopy(context, body)),
  handle(contract.listCopies, async (context, { params: { accountNo } }) => {
    const read = context.read<CopiesTables & EmployersTables>()
    const employer = await findEmployer(read, context.may('documents.open'), accountNo)
    if (employer === null) throw new Refusal(refusals.document_unknown, { accountNo })
    return { copies: await copiesOfFile(read, accountNo) }
  }),
]
