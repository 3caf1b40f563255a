import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kernel'
import { createImages } from '#platform/images'
import { rebuild, stateDigest } from '#record'
import { aSamplePage } from '#sample-office'
import {
  aLine,
  anOpenBatch,
  aPicture,
  blankPicture,
  eachItsOwn,
  edit,
  employer,
  type Line,
  sendOn,
  sendPictures,
} from '../../test/kit/line.ts'
import { certifiableBatch, markCertified, returnBatch } from './certifiable-batch.ts'
import type { OpenCheck, Verdict } from './contract.ts'
import { countSheets } from './count-sheets.ts'
import { editBatch, undoEdit } from './edit-batch.ts'
import type { Edit } from './edits.ts'
import { finishCheck } from './finish-check.ts'
import { leaveCheck } from './leave-check.ts'
import { listBatches } from './list-batches.ts'
import { listCheckers, listChecks } from './list-checks.ts'
import { openCheck } from './open-check.ts'
import { receivePortion } from './receive-portion.ts'
import { sendBatch } from './send-batch.ts'
import type { ConversionTables } from './tables.ts'
import { judgeDocument, undoVerdict } from './verdicts.ts'
import { readBatch } from './view-batch.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-conversion-test' })
after(() => images.close())
const id = () => newId(new Date())
const unread = async () => undefined

const pictures = (from: number, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => aPicture(from + index)))

test('batches are numbered by year; a cover sheet cuts the stack and says file and type', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 3)
  const cover = (await aSamplePage('lease', { seed: 1, cover: true, format: 'png' })).bytes
  const [first, second, third] = await pictures(1, 3)
  assert.ok(first && second && third)
  const batch = await sendPictures(line, [first, cover, second, third], { batchId, images })
  assert.match(batch.number, /^B25\d\d-000001$/)
  assert.deepEqual(
    batch.documentList.map(({ pageIds, keptPages }) => [pageIds.length, keptPages]),
    [
      [1, 1],
      [3, 2],
    ],
  )
  const fields = batch.documentList[1]?.fields ?? []
  const shown = (name: string) => fields.find(({ field }) => field === name)
  assert.deepEqual([shown('type')?.value, shown('type')?.source], ['lease', 'cover'])
  assert.equal(shown('accountNo')?.value, employer.accountNo)
  assert.deepEqual(batch.obstacles, ['documents-to-index'])
  assert.equal(batch.count.difference, 0, 'a cover sheet is not counted')
  const other = await readBatch(line.scanner, await anOpenBatch(line, null))
  assert.match(other.number, /-000002$/)
  const { batches, counts } = await listBatches(line.scanner, {})
  assert.deepEqual([batches.length, counts.scanning, batches[1]?.pages], [2, 2, 3])
})

test('a count that differs stops the sending until a reason stands, or the pages agree', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 4)
  const few = await pictures(1, 2)
  const blank = await blankPicture()
  const batch = await sendPictures(line, [...few, blank, blank], { batchId, images })
  const [, , third, fourth] = batch.pageList
  assert.ok(third && fourth)
  assert.deepEqual(third.flags.map(({ flag }) => flag).includes('blank-suggested'), true)
  assert.equal(third.use, 'kept', 'a blank is suggested, never left out')
  assert.equal(
    fourth.flags.some(({ flag }) => flag === 'duplicate'),
    false,
  )
  const marked = await edit(line, batchId, {
    kind: 'mark-blank',
    pageIds: [third.pageId, fourth.pageId],
  })
  assert.deepEqual([marked.count.kept, marked.count.blank, marked.count.difference], [2, 2, 0])
  await countSheets(line.scanner, batchId, { sheets: 5, skipped: 0 })
  const indexed = await edit(line, batchId, {
    kind: 'index',
    documentIds: marked.documentList.map(({ documentId }) => documentId),
    set: { type: 'lease', dated: { date: '2005-01-01', precision: 'year' } },
  })
  assert.deepEqual(indexed.obstacles, ['count-differs'])
  assert.equal(indexed.count.difference, -1)
  const dated = indexed.documentList[0]?.fields.find(({ field }) => field === 'dated')
  assert.equal(dated?.value, '2005')
  const send = { batchId, id: id(), version: indexed.version }
  await assert.rejects(sendBatch(line.scanner, { ...send, difference: null }), {
    code: 'conversion.not_ready',
  })
  const difference = { reason: 'miscounted' as const, note: '' }
  await sendBatch(line.scanner, { ...send, difference })
  assert.equal((await readBatch(line.scanner, batchId)).state, 'checking')
  await assert.rejects(countSheets(line.scanner, batchId, { sheets: 4, skipped: 0 }), {
    code: 'conversion.not_at_scanner',
  })
})

test('a page below the least resolution, and the same page twice, stop the sending; a rescan mends', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 2)
  const [good] = await pictures(1, 1)
  assert.ok(good)
  const coarse = await aPicture(2, 100)
  const batch = await sendPictures(line, [good, coarse], { batchId, images })
  const bad = batch.pageList[1]
  assert.ok(bad)
  const stops = bad.flags.filter(({ weight }) => weight === 'stop')
  assert.deepEqual(
    stops.map(({ flag, facts }) => [flag, facts['wanted']]),
    [['below-minimum', 300]],
  )
  const place = { kind: 'instead', pageId: bad.pageId } as const
  const again = await sendPictures(line, [good], { batchId, images, place })
  const twice = again.pageList[1]
  assert.deepEqual(twice?.replaces, [bad.pageId])
  assert.deepEqual(
    twice?.flags.filter(({ weight }) => weight === 'stop').map(({ flag }) => flag),
    ['duplicate'],
  )
  const [fresh] = await pictures(3, 1)
  assert.ok(fresh && twice)
  const mended = await sendPictures(line, [fresh], {
    ...{ batchId, images },
    place: { kind: 'instead', pageId: twice.pageId },
  })
  assert.deepEqual(mended.pageList[1]?.replaces, [bad.pageId, twice.pageId])
  assert.equal(mended.obstacles.includes('pages-to-mend'), false)
  assert.deepEqual([mended.count.images, mended.count.difference], [4, 0])
})

test('the same portion twice is one; an edit on an old version is refused; undo restores exactly', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 3)
  const portion = id()
  const three = await pictures(1, 3)
  await sendPictures(line, three, { batchId, images, id: portion })
  const batch = await sendPictures(line, three, { batchId, images, id: portion })
  assert.equal(batch.pageList.length, 3)
  const pageId = batch.pageList[1]?.pageId ?? ''
  const split = { kind: 'split', pageId, newDocument: id() } as const
  const change = { batchId, id: id(), version: batch.version }
  await editBatch(line.scanner, { ...change, edit: split }, unread)
  await editBatch(line.scanner, { ...change, edit: split }, unread)
  const after_ = await readBatch(line.scanner, batchId)
  assert.equal(after_.documentList.length, 2)
  const turn: Edit = { kind: 'turn', pageIds: [pageId], by: 90 }
  await assert.rejects(editBatch(line.checker, { ...change, id: id(), edit: turn }, unread), {
    code: 'conversion.moved_meanwhile',
  })
  await undoEdit(line.scanner, { batchId, id: id(), version: after_.version }, unread)
  const restored = await readBatch(line.scanner, batchId)
  assert.deepEqual(restored.documentList, batch.documentList)
  assert.deepEqual(restored.pageList, batch.pageList)
  await assert.rejects(
    undoEdit(line.scanner, { batchId, id: id(), version: restored.version }, unread),
    {
      code: 'conversion.nothing_to_undo',
    },
  )
})

test('a batch of another office is unknown, also its portions', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, null)
  const stranger = line.contextFor({ office: '1000' }, ['1000'])
  await assert.rejects(readBatch(stranger, batchId), { code: 'conversion.batch_unknown' })
  const scans = [{ name: 'a', sha256: 'a'.repeat(64) }]
  await assert.rejects(
    receivePortion(stranger, { batchId, id: id(), scans, place: { kind: 'end' } }),
    { code: 'conversion.batch_unknown' },
  )
})

/** Judges every document that has no verdict yet. */
async function acceptRest(line: Line, check: OpenCheck): Promise<void> {
  for (const { documentId, verdict } of check.documentList) {
    if (verdict !== null) continue
    const accepted: Verdict = { verdict: 'accept', reason: null, note: '', pageIds: [] }
    await judgeDocument(line.checker, check.batchId, { id: id(), documentId, ...accepted })
  }
}

test('who scanned does not check; a rejected page comes back, is scanned again, and only it is checked again', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 3)
  const batch = await sendPictures(line, await pictures(1, 3), { batchId, images })
  await eachItsOwn(line, batch, 'lease')
  await sendOn(line, batchId)
  await assert.rejects(openCheck(line.scanner, batchId), { code: 'conversion.own_scans' })
  assert.equal((await listChecks(line.scanner, {})).checks[0]?.refused, 'conversion.own_scans')
  const check = await openCheck(line.checker, batchId)
  assert.deepEqual([check.plan.fullBecause, check.documentList.length], ['small-lot', 3])
  const third = line.contextFor({ person: id(), name: 'คนที่สาม' }, ['6000'])
  await assert.rejects(openCheck(third, batchId), { code: 'conversion.check_taken' })
  await assert.rejects(finishCheck(line.checker, { batchId, id: id() }), {
    code: 'conversion.check_unfinished',
  })
  const bad = check.documentList[1]
  assert.ok(bad)
  const reject = { verdict: 'reject', reason: 'unreadable', note: '' } as const
  const pageIds = bad.pages.map(({ pageId }) => pageId)
  const judged = { id: id(), documentId: bad.documentId, ...reject, pageIds }
  await assert.rejects(judgeDocument(line.checker, batchId, { ...judged, reason: null }), {
    code: 'conversion.reason_missing',
  })
  await acceptRest(line, check)
  await judgeDocument(line.checker, batchId, judged)
  const undone = await undoVerdict(line.checker, batchId, id())
  assert.deepEqual([undone.documentId, undone.rejected], [bad.documentId, 0])
  await judgeDocument(line.checker, batchId, { ...judged, id: id() })
  const act = id()
  const finished = await finishCheck(line.checker, { batchId, id: act })
  assert.deepEqual({ ...finished }, { result: 'returned', rejected: 1, severity: 'normal' })
  assert.deepEqual(await finishCheck(line.checker, { batchId, id: act }), finished)
  const back = await readBatch(line.scanner, batchId)
  assert.deepEqual(
    [back.state, back.obstacles],
    ['returned', ['pages-to-mend', 'documents-to-index']],
  )
  assert.deepEqual(back.pageList[1]?.flags[0]?.flag, 'sent-back')
  const place = { kind: 'instead', pageId: pageIds[0] ?? '' } as const
  const mended = await sendPictures(line, await pictures(9, 1), { batchId, images, place })
  assert.deepEqual(mended.obstacles, [])
  await sendOn(line, batchId)
  const second = await openCheck(line.checker, batchId)
  assert.deepEqual(
    [second.plan.fullBecause, second.documentList.map(({ documentId }) => documentId)],
    ['second-round', [bad.documentId]],
  )
  await acceptRest(line, second)
  const done = await finishCheck(line.checker, { batchId, id: id() })
  assert.equal(done.result, 'accepted')
  assert.equal((await readBatch(line.scanner, batchId)).state, 'certifying')
  await certifyOrReturn(line, { batchId, documentId: bad.documentId })
})

/** What certification does with a batch: it reads it, gives it back, or says that it is certified. */
async function certifyOrReturn(
  line: Line,
  { batchId, documentId }: { batchId: string; documentId: string },
): Promise<void> {
  const scope = line.context.may('conversion.open')
  const read = line.context.read<ConversionTables>()
  const certifiable = await certifiableBatch(read, scope, batchId)
  assert.deepEqual(
    [certifiable.documents.length, certifiable.converters, certifiable.checkers].map((each) =>
      Array.isArray(each) ? each.map(({ name }) => name) : each,
    ),
    [3, ['บุญมี'], ['รัตนา']],
  )
  const back = { documentId, reason: 'misfiled' as const, note: '', pageIds: [] }
  await returnBatch(line.context, { batchId, id: id(), documents: [back] })
  await edit(line, batchId, { kind: 'mended', documentIds: [documentId] })
  await sendOn(line, batchId)
  const check = await openCheck(line.checker, batchId)
  assert.deepEqual(
    check.documentList.map((each) => each.documentId),
    [documentId],
    'what was accepted and is unchanged is not looked at again',
  )
  await acceptRest(line, check)
  await finishCheck(line.checker, { batchId, id: id() })
  const act = id()
  await markCertified(line.context, { batchId, id: act })
  await markCertified(line.context, { batchId, id: act })
  assert.equal((await readBatch(line.scanner, batchId)).state, 'certified')
  await assert.rejects(returnBatch(line.context, { batchId, id: id(), documents: [back] }), {
    code: 'conversion.not_to_certify',
  })
}

test('a check that its checker has left for half a day is taken over, and begins anew', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 1)
  const batch = await sendPictures(line, await pictures(1, 1), { batchId, images })
  await eachItsOwn(line, batch, 'lease')
  await sendOn(line, batchId)
  await acceptRest(line, await openCheck(line.checker, batchId))
  const other = line.contextFor({ person: id(), name: 'คนที่สาม' }, ['6000'])
  await assert.rejects(openCheck(other, batchId), { code: 'conversion.check_taken' })
  const later = new Date(Date.now() + 13 * 3_600_000)
  line.powers.clock.now = () => later
  const taken = await openCheck(other, batchId)
  assert.deepEqual([taken.done, taken.documentList.length], [0, 1])
  await assert.rejects(finishCheck(line.checker, { batchId, id: id() }), {
    code: 'conversion.check_taken',
  })
})

test('a sample that fails opens the whole batch; known-bad pages measure who checks; the store gives it all back', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 15)
  const batch = await sendPictures(line, await pictures(1, 15), { batchId, images })
  await eachItsOwn(line, batch, 'lease')
  await sendOn(line, batchId)
  const check = await openCheck(line.checker, batchId)
  const { sample, acceptance, fullBecause, codeLetter } = check.plan
  assert.deepEqual([codeLetter, sample, acceptance, fullBecause], ['E', 13, 0, null])
  assert.equal(check.documentList.length, 13)
  await leaveCheck(line.checker, batchId)
  const again = await openCheck(line.checker, batchId)
  const bad = again.documentList[0]
  assert.ok(bad)
  const pageIds = bad.pages.map(({ pageId }) => pageId)
  const reject: Verdict = { verdict: 'reject', reason: 'unreadable', note: '', pageIds }
  await judgeDocument(line.checker, batchId, { id: id(), documentId: bad.documentId, ...reject })
  await acceptRest(line, await openCheck(line.checker, batchId))
  const widened = await finishCheck(line.checker, { batchId, id: id() })
  assert.equal(widened.result, 'look-at-all')
  // The answer was lost, and closing is asked for again.
  assert.deepEqual(await finishCheck(line.checker, { batchId, id: id() }), widened)
  const whole = await openCheck(line.checker, batchId)
  assert.deepEqual([whole.plan.fullBecause, whole.documentList.length], ['sample-failed', 15])
  await acceptRest(line, whole)
  assert.equal((await finishCheck(line.checker, { batchId, id: id() })).result, 'returned')

  const next = await anOpenBatch(line, 15)
  const sent = await sendPictures(line, await pictures(21, 15), { batchId: next, images })
  await eachItsOwn(line, sent, 'lease')
  await sendOn(line, next)
  const planted = await openCheck(line.checker, next)
  const known = new Set(
    (await readBatch(line.scanner, next)).documentList.map((each) => each.documentId),
  )
  const strange = planted.documentList.filter(({ documentId }) => !known.has(documentId))
  assert.deepEqual([planted.documentList.length, strange.length], [14, 1])
  const [trap] = strange
  assert.ok(trap)
  await judgeDocument(line.checker, next, { id: id(), documentId: trap.documentId, ...reject })
  await acceptRest(line, await openCheck(line.checker, next))
  const passed = await finishCheck(line.checker, { batchId: next, id: id() })
  assert.deepEqual({ ...passed }, { result: 'accepted', rejected: 0, severity: 'normal' })
  const { checkers } = await listCheckers(line.context)
  assert.deepEqual(
    checkers.map(({ planted: shown, caught, documents }) => [shown, caught, documents]),
    [[1, 1, 28]],
  )
  const before = await stateDigest(line.powers.database)
  await rebuild(line.powers, () => undefined)
  assert.deepEqual(await stateDigest(line.powers.database), before)
})
