import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kernel'
import {
  changePaperFiles,
  listExpectedFiles,
  paperFileId,
  paperFilesProjection,
} from '#paper-files'
import { createImages } from '#platform/images'
import { rebuild } from '#record'
import {
  aLine,
  anOpenBatch,
  aPicture,
  eachItsOwn,
  edit,
  employer,
  type Line,
  sendOn,
  sendPictures,
} from '../../test/kit/line.ts'
import { markCertified } from '../conversion/certifiable-batch.ts'
import type { Verdict } from '../conversion/contract.ts'
import { finishCheck } from '../conversion/finish-check.ts'
import { openCheck } from '../conversion/open-check.ts'
import { judgeDocument } from '../conversion/verdicts.ts'
import { csvText } from './csv.ts'
import { lineFollower } from './follow-line.ts'
import type { LineEvent } from './line-event.ts'
import { listBoard } from './list-board.ts'
import { exportProgress, listProgress } from './list-progress.ts'
import { pacesOf } from './pace.ts'
import { viewProgress } from './view-progress.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-reporting-test' })
after(() => images.close())
const id = () => newId(new Date())

const aReportedLine = () => aLine([paperFilesProjection], [lineFollower])

/** A batch of three documents in the check; the second is sent back, mended and accepted. */
async function throughTheLine(line: Line): Promise<string> {
  const batchId = await anOpenBatch(line, 3)
  const pictures = await Promise.all([1, 2, 3].map((number) => aPicture(number)))
  await eachItsOwn(line, await sendPictures(line, pictures, { batchId, images }), 'lease')
  await sendOn(line, batchId)
  const check = await openCheck(line.checker, batchId)
  const bad = check.documentList[1]?.documentId ?? ''
  for (const { documentId } of check.documentList) {
    const accepted = { verdict: 'accept', reason: null, note: '', pageIds: [] } satisfies Verdict
    const judged =
      documentId === bad
        ? ({ ...accepted, verdict: 'reject', reason: 'misfiled' } satisfies Verdict)
        : accepted
    await judgeDocument(line.checker, batchId, { id: id(), documentId, ...judged })
  }
  await finishCheck(line.checker, { batchId, id: id() })
  await edit(line, batchId, { kind: 'mended', documentIds: [bad] })
  await sendOn(line, batchId)
  await openCheck(line.checker, batchId)
  const accepted = { verdict: 'accept', reason: null, note: '', pageIds: [] } satisfies Verdict
  await judgeDocument(line.checker, batchId, { id: id(), documentId: bad, ...accepted })
  await finishCheck(line.checker, { batchId, id: id() })
  return batchId
}

test('the board, the yield and the reasons are what the record of the line says', async () => {
  await using line = await aReportedLine()
  const batchId = await throughTheLine(line)
  await anOpenBatch(line, 2)
  const { board, firstPass, reasons, paces, forecast, bottleneck } = await viewProgress(
    line.context,
    '6000',
  )
  assert.deepEqual(
    board.map(({ state, batches, pages }) => [state, batches, pages]),
    [
      ['scanning', 1, 0],
      ['checking', 0, 0],
      ['returned', 0, 0],
      ['certifying', 1, 3],
      ['certified', 0, 0],
    ],
  )
  assert.deepEqual(firstPass, { documents: 3, accepted: 2 })
  assert.deepEqual(reasons, [{ reason: 'misfiled', documents: 1 }])
  assert.deepEqual(
    paces.map(({ station, batches, people }) => [station, batches, people]),
    [
      ['scan', 2, 1],
      ['check', 2, 1],
      ['certify', 0, 0],
    ],
  )
  // One day of one batch says neither an end nor a bottleneck.
  assert.deepEqual([forecast, bottleneck], [null, null])
  const { batches } = await listBoard(line.context, { office: '6000', state: 'certifying' })
  assert.deepEqual(
    batches.map((batch) => [batch.batchId, batch.owner, batch.employerName]),
    [[batchId, 'รัตนา', employer.nameTh]],
  )
  await markCertified(line.context, { batchId, id: id() })
  assert.equal((await viewProgress(line.context, undefined)).board[4]?.batches, 1)
})

test('files done of files expected come from the list of paper files, by office', async () => {
  await using line = await aReportedLine()
  await listExpectedFiles(line.context, employer.office)
  const name = { accountNo: employer.accountNo, branchNo: '000000', volumeNo: 1 }
  for (const state of ['found', 'converted'] as const) {
    const paperFileIds = [paperFileId(name)]
    await changePaperFiles(line.context, {
      id: id(),
      paperFileIds,
      change: { state },
      reason: 'ทำก่อนเปิดสายงาน',
    })
  }
  const { files, week } = await viewProgress(line.context, undefined)
  assert.deepEqual([files.all, files.converted, week], [1, 1, 1])
  const { offices } = await listProgress(line.context)
  assert.deepEqual(
    offices.map(({ officeId, converted }) => [officeId, converted]),
    [[employer.office, 1]],
  )
  assert.match(await exportProgress(line.context), /^\ufeffรหัสสำนักงาน,.*\r\n6000,[^,]+,1,1,1,/)
})

test('the figures of another office are refused, and a rebuild computes the same', async () => {
  await using line = await aReportedLine()
  await throughTheLine(line)
  const elsewhere = line.contextFor({ office: '1000' }, ['1000'])
  await assert.rejects(viewProgress(elsewhere, '6000'), { code: 'reporting.office_not_yours' })
  assert.equal((await viewProgress(elsewhere, undefined)).board[3]?.batches, 0)
  const rows = async () =>
    JSON.stringify([
      await line.powers.database.reader.execute('select * from derived.line_event order by ticket'),
      await line.powers.database.reader.execute('select * from derived.line_batch'),
    ])
  const before = await rows()
  await rebuild(line.powers, () => undefined)
  assert.equal(await rows(), before)
})

test('the time of a piece of work begins with the act before it, or when the batch came, and never counts a pause', () => {
  const minute = 60_000
  const event = (batchId: string, state: LineEvent['state'], at: number, person: string) => {
    const counts = { pages: 60, documents: 1, rejected: 0, reasons: {} }
    return { batchId, state, round: 1, at: at * minute, person, ...counts }
  }
  const [scan, check] = pacesOf([
    event('one', 'scanning', 0, 'บุญมี'),
    event('one', 'checking', 20, 'บุญมี'),
    event('two', 'scanning', 21, 'บุญมี'),
    event('two', 'checking', 41, 'บุญมี'),
    event('one', 'certifying', 50, 'รัตนา'),
    event('two', 'certifying', 60, 'รัตนา'),
  ])
  assert.deepEqual([scan?.hours, scan?.pagesPerHour], [40 / 60, 180])
  // The first took from 20 to 50, the second from the act before: 50 to 60.
  assert.deepEqual([check?.hours, check?.pages], [40 / 60, 120])
})

test('a cell runs nothing in a spreadsheet, and quotes what would break the row', () => {
  assert.equal(
    csvText([['=1+1', '-2', 'a,b', 'say "x"', -2, null, 'ก']]),
    '\ufeff\'=1+1,\'-2,"a,b","say ""x""",-2,,ก\r\n',
  )
})
