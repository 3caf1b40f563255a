import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kernel'
import { createImages, type Images } from '#platform/images'
import { employer, type PaperOffice, paperOffice, scanned } from '../../test/kit/paper-office.ts'
import { cancelBatch, type IntakeGiven, listBatches, resumeBatch } from './batches.ts'
import { listInbox, placeScan, setScanAside } from './inbox.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-batches-test' })
after(() => images.close())

function given() {
  const enqueued: string[] = []
  const parts: IntakeGiven = {
    pagesOfBatches: async () => new Map(),
    enqueueExamination: async (_tx, batchId) => enqueued.push(batchId),
  }
  return { enqueued, parts }
}

async function onlyBatch({ context }: PaperOffice) {
  const { batches } = await listBatches(context, given().parts, {})
  const [batch] = batches
  assert.ok(batch && batches.length === 1)
  const { state, scans, examined, filed, waiting, duplicates } = batch
  return { batchId: batch.batchId, is: { state, scans, examined, filed, waiting, duplicates } }
}

/** A stack of three papers and a copy; the clerk cancels it while the second is being looked at. */
async function cancelledHalfWay(): Promise<PaperOffice & { batchId: string }> {
  const clerk: { cancels?: () => Promise<unknown> } = {}
  let looks = 0
  const interrupted: Images = {
    ...images,
    async examine(...asked) {
      looks++
      if (looks === 2) await clerk.cancels?.()
      return await images.examine(...asked)
    },
  }
  const office = await paperOffice(interrupted)
  const folder = employer.accountNo
  const lease = await scanned('lease')
  await office.put(`${folder}/01-lease.png`, lease)
  await office.put(`${folder}/02-id-card.png`, await scanned('id-card'))
  await office.put(`${folder}/03-letter-in.png`, await scanned('letter-in'))
  await office.put(`${folder}/04-lease.png`, lease)
  await office.receive()
  const { batchId } = await onlyBatch(office)
  clerk.cancels = () => cancelBatch(office.context, batchId)
  await office.examine()
  return Object.assign(office, { batchId })
}

test('of a cancelled batch every scan that came nowhere waits in the inbox, looked at or not', async () => {
  await using office = await cancelledHalfWay()
  const { scans, waiting } = await listInbox(office.context, {})
  assert.equal(waiting, 3)
  assert.deepEqual(scans.map(({ name, reason, pages }) => [name, reason, pages]).sort(), [
    ['01-lease.png', 'cancelled', 1],
    ['02-id-card.png', 'cancelled', 1],
    ['03-letter-in.png', 'cancelled', null],
  ])
  const { is } = await onlyBatch(office)
  const counts = { scans: 4, examined: 1, filed: 0, waiting: 3, duplicates: 1 }
  assert.deepEqual(is, { state: 'cancelled', ...counts })

  // A rebuild forgets what was looked at, and the batch stays stopped.
  await office.powers.database.transaction((tx) => tx.execute('truncate derived.scan_examination'))
  await office.examine()
  assert.equal((await listInbox(office.context, {})).waiting, 3)
})

test('a scan of a cancelled batch is placed by hand when it was looked at; any of them is set aside', async () => {
  await using office = await cancelledHalfWay()
  const { scans } = await listInbox(office.context, {})
  const scanId = (name: string) => scans.find((scan) => scan.name === name)?.scanId ?? ''
  const { accountNo } = employer
  const place = (name: string) =>
    placeScan(office.context, {
      ...{ id: newId(new Date()), scanId: scanId(name) },
      ...{ accountNo, branchNo: '000000', type: 'lease', dated: null },
    })
  await place('01-lease.png')
  await assert.rejects(place('03-letter-in.png'), { code: 'intake.scan_unseen' })
  const reason = 'สแกนผิดชุด'
  await setScanAside(office.context, {
    ...{ id: newId(new Date()), scanId: scanId('03-letter-in.png'), reason },
  })
  const left = (await listInbox(office.context, {})).scans
  assert.deepEqual(
    left.map(({ name }) => name),
    ['02-id-card.png'],
  )
})

test('a resumed batch goes on where it was, and files nothing twice', async () => {
  await using office = await cancelledHalfWay()
  const { enqueued, parts } = given()
  await resumeBatch(office.context, parts, office.batchId)
  assert.deepEqual(enqueued, [office.batchId])
  assert.equal((await onlyBatch(office)).is.state, 'examining')
  await office.examine()
  const { is } = await onlyBatch(office)
  const counts = { scans: 4, examined: 4, filed: 3, waiting: 0, duplicates: 1 }
  assert.deepEqual(is, { state: 'done', ...counts })
  assert.equal((await office.filed()).length, 3)
})

test('what is filed stays when a batch that is done is cancelled', async () => {
  await using office = await paperOffice(images)
  await office.put(`${employer.accountNo}/01-lease.png`, await scanned('lease'))
  await office.receive()
  await office.examine()
  await cancelBatch(office.context, (await onlyBatch(office)).batchId)
  await office.examine()
  assert.equal((await listInbox(office.context, {})).waiting, 0)
  assert.equal((await office.filed()).length, 1)
})

test('a batch of another office is not seen, cancelled or resumed', async () => {
  await using office = await paperOffice(images)
  await office.put('loose/1.png', 'paper')
  await office.receive()
  const { batchId } = await onlyBatch(office)
  const stranger = office.contextFor({ office: '5000' }, ['5000'])
  assert.deepEqual((await listBatches(stranger, given().parts, {})).batches, [])
  const unknown = { code: 'intake.batch_unknown' }
  await assert.rejects(cancelBatch(stranger, batchId), unknown)
  await assert.rejects(resumeBatch(stranger, given().parts, batchId), unknown)
})
