import { handle } from '#record'
import * as contract from './contract.ts'
import { listOffices } from './list-offices.ts'

export const handlers = [handle(contract.listOffices, (context) => listOffices(context))]
