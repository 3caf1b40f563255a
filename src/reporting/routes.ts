import { handle } from '#record'
import * as contract from './contract.ts'
import { listBoard } from './list-board.ts'
import { listProgress } from './list-progress.ts'
import { viewProgress } from './view-progress.ts'

export const handlers = [
  handle(contract.viewProgress, (context, { query }) => viewProgress(context, query.office)),
  handle(contract.listProgress, (context) => listProgress(context)),
  handle(contract.listBoard, (context, { query }) => listBoard(context, query)),
]
