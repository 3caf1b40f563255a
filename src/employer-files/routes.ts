import { handle } from '#record'
import * as contract from './contract.ts'
import { waiveSlot } from './waive-slot.ts'

export const handlers = [
  handle(contract.waiveSlot, (context, { params, body }) =>
    waiveSlot(context, { ...body, accountNo: params.accountNo }),
  ),
]
