import { handle } from '#record'
import { changePaperFiles } from './change-paper-files.ts'
import * as contract from './contract.ts'
import { countPaperFiles } from './count-paper-files.ts'
import { listExpectedFiles } from './list-expected-files.ts'
import { listPaperFiles } from './list-paper-files.ts'
import { locatePaper } from './locate-paper.ts'
import { openPaperFile } from './open-paper-file.ts'
import { undoPaperAct } from './undo-paper-act.ts'

export const handlers = [
  handle(contract.listPaperFiles, (context, { query }) => listPaperFiles(context, query)),
  handle(contract.countPaperFiles, (context, { query }) => countPaperFiles(context, query.office)),
  handle(contract.openPaperFile, (context, { params }) =>
    openPaperFile(context, params.paperFileId),
  ),
  handle(contract.locatePaper, (context, { query }) => locatePaper(context, query.accounts)),
  handle(contract.changePaperFiles, (context, { body }) => changePaperFiles(context, body)),
  handle(contract.undoPaperAct, (context, { params, body }) =>
    undoPaperAct(context, { ...params, ...body }),
  ),
  handle(contract.listExpectedFiles, (context, { body }) =>
    listExpectedFiles(context, body.officeId),
  ),
]
