import assert from 'node:assert/strict'
import { rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PDFDocument } from '@cantoo/pdf-lib'
import bwipjs from 'bwip-js'
import sharp from 'sharp'
import { openFile } from '#documents'
import { newId } from '#kernel'
import { createImages } from '#platform/images'
import { rebuild, stateDigest } from '#record'
import { aSamplePage, joinTiffs } from '#sample-office'
import { employer, type PaperOffice, paperOffice, scanned } from '../../test/kit/paper-office.ts'
import { limits } from './contract.ts'
import { listInbox, placeScan, setScanAside } from './inbox.ts'
import { receiveBatch, storeBlob } from './receive-batch.ts'
import { waitingPage } from './waiting-page.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-intake-test' })
after(() => images.close())

const anOffice = () => paperOffice(images)
const page = scanned

async function receiveAndPlace(office: PaperOffice) {
  const report = await office.receive()
  await office.examine()
  return report
}

/** A white sheet of 200 dpi with nothing but the code. */
async function coverSaying(text: string): Promise<Buffer> {
  const symbol = { bcid: 'qrcode', text, eclevel: 'M', scale: 6 }
  const code = await sharp(Buffer.from(bwipjs.toSVG(symbol)))
    .png()
    .toBuffer()
  return await sharp({ create: { width: 1654, height: 2339, channels: 3, background: 'white' } })
    .composite([{ input: code, top: 300, left: 700 }])
    .withMetadata({ density: 200 })
    .png()
    .toBuffer()
}

test('a folder named by the account number files each file as what its name says', async () => {
  await using office = await anOffice()
  await office.put(
    `${employer.accountNo}/01-power-of-attorney-2005-01-04.png`,
    await page('power-of-attorney'),
  )
  await office.put(`${employer.accountNo}/02-สปส. 6-15.png`, await page('sps-6-15'))
  const report = await receiveAndPlace(office)
  assert.deepEqual({ ...report }, { batches: 1, received: 2, duplicates: 0, refused: [] })
  assert.deepEqual(await office.filed(), [
    { type: 'power-of-attorney', pages: 1, dated: '2005-01-04' },
    { type: 'sps-6-15', pages: 1, dated: null },
  ])
})

test('a cover sheet inside a multi-page TIFF files the pages behind it, and is itself not filed', async () => {
  await using office = await anOffice()
  const cover = await page('lease', { cover: true, format: 'tiff-g4', look: 'office-200' })
  const lease = await page('lease', { format: 'tiff-g4' })
  await office.put('copier/batch.tif', joinTiffs([cover, lease, lease]))
  await receiveAndPlace(office)
  assert.deepEqual(await office.filed(), [{ type: 'lease', pages: 2, dated: null }])
})

test('single images behind a cover sheet are one paper, up to the next cover; covers do not wait', async () => {
  await using office = await anOffice()
  const jpeg = { format: 'jpeg' } as const
  await office.put('scanner/1.jpg', await page('lease', { ...jpeg, cover: true }))
  await office.put('scanner/2.jpg', await page('lease', jpeg))
  await office.put('scanner/3.jpg', await page('letter-in', jpeg))
  await office.put('scanner/4.jpg', await page('id-card', { ...jpeg, cover: true }))
  await office.put('scanner/5.jpg', await page('id-card', jpeg))
  await office.put('scanner/6.jpg', await page('sps-6-15', { ...jpeg, cover: true }))
  await receiveAndPlace(office)
  assert.deepEqual((await office.filed()).map(({ type, pages }) => [type, pages]).sort(), [
    ['id-card', 1],
    ['lease', 2],
  ])
  const { scans } = await listInbox(office.context, {})
  assert.deepEqual(
    scans.map(({ name, reason }) => [name, reason]),
    [['6.jpg', 'cover-only']],
  )
})

test('the section on a cover sheet says where its paper stands, also against its type', async () => {
  await using office = await anOffice()
  const code = `faem1:${employer.accountNo}:000000:letter-in:debt-and-legal`
  await office.put('scanner/1.png', await coverSaying(code))
  await office.put('scanner/2.png', await page('letter-in'))
  await receiveAndPlace(office)
  const { documents } = await openFile(office.context, employer.accountNo)
  assert.deepEqual(
    documents.map(({ type, section, tier }) => ({ type, section, tier })),
    [{ type: 'letter-in', section: 'debt-and-legal', tier: 'E' }],
  )
})

test('a cover sheet among other pages of a file leads no page of the next file', async () => {
  await using office = await anOffice()
  const g4 = { format: 'tiff-g4' } as const
  const cover = await page('lease', { ...g4, cover: true })
  await office.put('copier/a.tif', joinTiffs([cover, await page('lease', g4)]))
  await office.put('copier/b.tif', await page('letter-in', g4))
  await receiveAndPlace(office)
  assert.deepEqual(await office.filed(), [{ type: 'lease', pages: 1, dated: null }])
  const { scans } = await listInbox(office.context, {})
  assert.deepEqual(
    scans.map(({ name, reason }) => [name, reason]),
    [['b.tif', 'no-number']],
  )
})

test('what names no number, an unknown account or no type waits with its reason; the rest goes on', async () => {
  await using office = await anOffice()
  await office.put('a/loose.png', await page('lease'))
  await office.put('6099999019/01-lease.png', await page('letter-in'))
  await office.put(`${employer.accountNo}/01-nonsense.png`, await page('id-card'))
  await office.put(
    `${employer.accountNo}/02-power-of-attorney.png`,
    await page('power-of-attorney'),
  )
  await receiveAndPlace(office)
  const { scans } = await listInbox(office.context, { state: 'waiting' })
  assert.deepEqual(scans.map(({ reason }) => reason).sort(), [
    'no-number',
    'unknown-account',
    'unknown-type',
  ])
  assert.deepEqual(await office.filed(), [{ type: 'power-of-attorney', pages: 1, dated: null }])
})

test('what cannot be decoded, is locked, hidden or too large does not hold the rest of its stack back', async () => {
  await using office = await anOffice()
  const good = await page('lease')
  const folder = employer.accountNo
  await office.put(`${folder}/.DS_Store`, 'no paper')
  await office.put(`${folder}/01-letter-in.pdf`, await lockedPdf())
  await office.put(`${folder}/02-lease.tif`, 'this is no image')
  await office.put(`${folder}/03-lease.png`, good.subarray(0, good.length / 2))
  await office.put(`${folder}/04-lease.tif`, 'x')
  await truncate(join(office.papers, folder, '04-lease.tif'), limits.scan_bytes_max + 1)
  await office.put(`${folder}/05-lease.png`, good)
  await office.put(`${folder}/06-id-card.png`, await page('id-card'))
  const report = await receiveAndPlace(office)
  assert.equal(report.received, 5)
  const refused = [{ name: `${folder}/04-lease.tif`, code: 'intake.scan_too_large' }]
  assert.deepEqual(report.refused, refused)
  const { quarantined, scans } = await listInbox(office.context, {})
  assert.equal(quarantined, 3)
  assert.deepEqual(Object.fromEntries(scans.map(({ name, reason }) => [name, reason])), {
    '01-letter-in.pdf': 'platform.image_encrypted',
    '02-lease.tif': 'platform.image_type_unknown',
    '03-lease.png': 'platform.image_undecodable',
  })
  assert.deepEqual((await office.filed()).map(({ type }) => type).sort(), ['id-card', 'lease'])
})

async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  pdf.encrypt({ userPassword: 'sample', ownerPassword: 'sample' })
  return await pdf.save()
}

test('the same folder twice, and the same bytes under another name, double nothing', async () => {
  await using office = await anOffice()
  const lease = await page('lease')
  await office.put(`${employer.accountNo}/01-lease.png`, lease)
  await receiveAndPlace(office)
  await office.put('again/anything.png', lease)
  const report = await receiveAndPlace(office)
  assert.deepEqual({ ...report }, { batches: 0, received: 0, duplicates: 2, refused: [] })
  assert.equal((await office.filed()).length, 1)
})

test('two stacks with the same bytes at once: one of them is the duplicate', async () => {
  await using office = await anOffice()
  const bytes = await page('lease')
  const fact = await office.context.store.put([bytes], { bytes_max: bytes.length })
  const receive = (label: string) =>
    receiveBatch(office.context, {
      id: newId(new Date()),
      label,
      source: 'upload',
      scans: [{ name: `${employer.accountNo}-lease.png`, sha256: fact.sha256 }],
    })
  const answers = await Promise.all([receive('one'), receive('two'), receive('three')])
  assert.equal(
    answers.reduce((sum, { received }) => sum + received, 0),
    1,
  )
})

test('bytes that are not the announced ones are refused, and so is a stack whose bytes are missing', async () => {
  await using office = await anOffice()
  const source = (async function* () {
    yield Buffer.from('other bytes')
  })()
  await assert.rejects(storeBlob(office.context, 'a'.repeat(64), source), {
    code: 'platform.blob_digest_differs',
  })
  const scans = [{ name: 'x.png', sha256: 'a'.repeat(64) }]
  const batch = { id: newId(new Date()), label: 'x', source: 'upload' as const, scans }
  await assert.rejects(receiveBatch(office.context, batch), { code: 'intake.bytes_missing' })
})

test('a person places a waiting scan by hand, once; another is set aside with a reason', async () => {
  await using office = await anOffice()
  await office.put('a/loose.png', await page('lease'))
  await office.put('a/other.png', await page('letter-in'))
  await receiveAndPlace(office)
  const { scans } = await listInbox(office.context, {})
  const [first, second] = scans
  assert.ok(first && second)
  const { accountNo } = employer
  const destination = { accountNo, branchNo: '000000', type: 'lease', dated: null }
  const place = () =>
    placeScan(office.context, { id: newId(new Date()), scanId: first.scanId, ...destination })
  await place()
  await assert.rejects(place(), { code: 'intake.scan_filed' })
  await setScanAside(office.context, {
    id: newId(new Date()),
    scanId: second.scanId,
    reason: 'เอกสารไม่เกี่ยวข้อง',
  })
  assert.equal((await listInbox(office.context, {})).scans.length, 0)
  assert.equal((await office.filed()).length, 1)
})

test('a file of two papers of which one cannot be placed waits for its other pages, and a person places those', async () => {
  await using office = await anOffice()
  const g4 = { format: 'tiff-g4' } as const
  const cover = await page('lease', { ...g4, cover: true })
  const stranger = Buffer.from(
    (await aSamplePage('letter-in', { seed: 2, ...g4, cover: true })).bytes,
  )
  const lease = await page('lease', g4)
  await office.put(
    'copier/batch.tif',
    joinTiffs([cover, lease, stranger, await page('letter-in', g4)]),
  )
  await receiveAndPlace(office)
  assert.deepEqual(await office.filed(), [{ type: 'lease', pages: 1, dated: null }])
  const [scan] = (await listInbox(office.context, {})).scans
  assert.equal(scan?.reason, 'unknown-account')
  assert.deepEqual(scan?.facts['pagesLeft'], [3])
  const destination = {
    accountNo: employer.accountNo,
    branchNo: '000000',
    type: 'letter-in',
    dated: null,
  }
  await placeScan(office.context, {
    id: newId(new Date()),
    scanId: scan?.scanId ?? '',
    ...destination,
  })
  assert.deepEqual(
    (await office.filed()).map(({ pages }) => pages),
    [1, 1],
  )

  // The job run again, as after a rebuild, leaves the hand-placed scan where it is.
  await office.powers.database.transaction((tx) => tx.execute('truncate derived.scan_examination'))
  await office.examine()
  assert.deepEqual((await listInbox(office.context, {})).scans, [])
  assert.equal((await office.filed()).length, 2)
})

test('two people who place one scan at once: exactly one is told that it worked', async () => {
  await using office = await anOffice()
  await office.put('a/loose.png', await page('lease'))
  await receiveAndPlace(office)
  const [scan] = (await listInbox(office.context, {})).scans
  const destination = {
    accountNo: employer.accountNo,
    branchNo: '000000',
    type: 'lease',
    dated: null,
  }
  const place = () =>
    placeScan(office.context, { id: newId(new Date()), scanId: scan?.scanId ?? '', ...destination })
  const answers = await Promise.allSettled([place(), place()])
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  const refused = answers.find((answer) => answer.status === 'rejected')
  assert.equal(refused?.reason.code, 'intake.scan_filed')
  assert.equal((await office.filed()).length, 1)
})

test('a file renamed in its folder is the same paper: nothing is received again', async () => {
  await using office = await anOffice()
  const bytes = await page('lease')
  await office.put(`${employer.accountNo}/01-lease.png`, bytes)
  await receiveAndPlace(office)
  await rm(join(office.papers, employer.accountNo, '01-lease.png'))
  await office.put(`${employer.accountNo}/01-lease-again.png`, bytes)
  const report = await receiveAndPlace(office)
  assert.deepEqual({ ...report }, { batches: 0, received: 0, duplicates: 1, refused: [] })
})

test('the store alone gives batches, scans and documents back; looking again finds the same', async () => {
  await using office = await anOffice()
  await office.put(`${employer.accountNo}/01-lease.png`, await page('lease'))
  await receiveAndPlace(office)
  const before = await stateDigest(office.powers.database)
  await rebuild(office.powers, () => undefined)
  assert.deepEqual(await stateDigest(office.powers.database), before)
  await office.examine()
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test('the picture of a waiting scan is shown to its own office, until it is in a file', async () => {
  await using office = await anOffice()
  await office.put('no-number/letter-in.png', await page('letter-in'))
  await receiveAndPlace(office)
  const [scan] = (await listInbox(office.context, {})).scans
  assert.ok(scan)
  const { scanId } = scan
  const unknown = { code: 'intake.scan_unknown' }

  const seen = await waitingPage(office.context, { scanId, ordinal: 1 })
  assert.match(seen.sha256, /^[0-9a-f]{64}$/)
  assert.equal(seen.pageIndex, 0)
  await assert.rejects(waitingPage(office.context, { scanId, ordinal: 2 }), unknown)
  const elsewhere = office.contextFor({}, ['6100'])
  await assert.rejects(waitingPage(elsewhere, { scanId, ordinal: 1 }), unknown)

  const { accountNo } = employer
  const destination = { accountNo, branchNo: '000000', type: 'letter-in', dated: null }
  await placeScan(office.context, { scanId, id: newId(new Date()), ...destination })
  await assert.rejects(waitingPage(office.context, { scanId, ordinal: 1 }), unknown)
})
