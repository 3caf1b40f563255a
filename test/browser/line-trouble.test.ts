import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Browser, Page, Route } from 'playwright-core'
import type { OpenBatch } from '#conversion/contract'
import { newId } from '#kernel'
import { sha256 } from '#platform/digests'
import { listen } from '../../src/app/http/server.ts'
import { browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import { aPicture } from '../kit/line.ts'
import { importNeighbours, sampleEmployer, workingOffice } from '../kit/working-office.ts'

/** Where to keep pictures of the screens for looking at; none are kept without it. */
const pictures = process.env['FAEM_PICTURES']

const skip = browserMissing('what the stations of the line say when the server cannot')

const saved = (page: Page) => page.getByText('บันทึกครบแล้ว').waitFor()
const id = () => newId(new Date())

/** What the server answers when its disk is full; test/faults/full-disk.test.ts holds it to that. */
const diskFull = {
  status: 503,
  contentType: 'application/json',
  body: JSON.stringify({ status: 503, code: 'platform.disk_full', title: '', facts: {} }),
}

/** The server does it, and its answer never comes. */
async function answerLost(route: Route): Promise<void> {
  await route.fetch()
  await route.abort()
}

test('the stations say what is the matter, lose nothing that was done, and do nothing twice', {
  skip,
  timeout: 180_000,
}, async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 1)
  const address = await listen(working.server, { host: '127.0.0.1', port: 0 })
  await using browser = await openBrowser()
  const scanner = await desk(browser, address, 'scanner')
  const batchId = await aBatch(scanner, address)
  await working.idle()
  await atTheScanner(scanner, { address, batchId })
  await atTheCheck(await desk(browser, address, 'checker'), address)
  const { state } = await batchOf(scanner, { address, batchId })
  assert.equal(state, 'certifying')
})

async function look(page: Page, name: string): Promise<void> {
  if (!pictures) return
  await mkdir(pictures, { recursive: true })
  await writeFile(join(pictures, `trouble-${name}.png`), await page.screenshot())
}

async function desk(browser: Browser, address: string, role: string): Promise<Page> {
  const { page } = await officePage(browser)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const data = { username: `sample-${role}` }
  assert.equal((await page.request.post(`${address}/api/sample-sign-in`, { data })).status(), 200)
  return page
}

type Place = { address: string; batchId: string }

async function batchOf(page: Page, { address, batchId }: Place): Promise<OpenBatch> {
  return await (await page.request.get(`${address}/api/line/batches/${batchId}`)).json()
}

async function aBatch(page: Page, address: string): Promise<string> {
  const batchId = id()
  const { accountNo } = sampleEmployer
  const about = { branchNo: null, paperFile: null, profile: 'grey-300-one', sheets: 2 }
  const opened = await page.request.post(`${address}/api/line/batches`, {
    data: { id: batchId, accountNo, ...about },
  })
  assert.equal(opened.status(), 200, await opened.text())
  const scans: { name: string; sha256: string }[] = []
  for (const number of [1, 2]) {
    const bytes = await aPicture(number)
    const digest = sha256(bytes)
    const put = await page.request.put(`${address}/api/blobs/${digest}`, {
      data: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    })
    assert.ok(put.ok())
    scans.push({ name: `${number}.png`, sha256: digest })
  }
  const portion = { id: id(), scans, place: { kind: 'end' } }
  const sent = await page.request.post(`${address}/api/line/batches/${batchId}/portions`, {
    data: portion,
  })
  assert.equal(sent.status(), 200, await sent.text())
  return batchId
}

async function atTheScanner(page: Page, place: Place): Promise<void> {
  const { address, batchId } = place
  await page.goto(`${address}/line/${batchId}`)
  await page.locator('[role="listbox"]:focus').waitFor()

  // The disk is full: it is said, the edit stays, and goes through when there is room again.
  await page.route('**/edits', (route) => route.fulfill(diskFull))
  await page.keyboard.press('KeyR')
  await page.getByText(/ดิสก์ของเครื่องแม่ข่ายเต็ม.*ส่งซ้ำเอง 1 รายการ/).waitFor()
  await look(page, 'disk-full')
  await page.unroute('**/edits')
  await saved(page)
  assert.equal((await batchOf(page, place)).pageList[0]?.turn, 90)

  // The network is gone, and comes back.
  await page.context().setOffline(true)
  await page.keyboard.press('Shift+KeyR')
  await page.getByText(/ติดต่อเครื่องแม่ข่ายไม่ได้.*ส่งซ้ำเอง 1 รายการ/).waitFor()
  await look(page, 'offline')
  await page.context().setOffline(false)
  await saved(page)
  assert.equal((await batchOf(page, place)).pageList[0]?.turn, 0)

  // The answer to an edit is lost: sent again, it is the same edit.
  const before = (await batchOf(page, place)).version
  await page.route('**/edits', answerLost, { times: 1 })
  await page.keyboard.press('KeyB')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('KeyB')
  await page.getByRole('option', { name: 'เอกสาร 2 หน้า 2' }).waitFor()
  await saved(page)
  assert.equal((await batchOf(page, place)).version, before + 1)

  await stateTypes(page, place)
  // So is sending: sent again by itself it finds the batch sent, and goes on.
  await page.goto(`${address}/line/${batchId}`)
  await page.locator('[role="listbox"]:focus').waitFor()
  await page.route('**/send', answerLost, { times: 1 })
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/line$/)
  assert.equal((await batchOf(page, place)).round, 1)
}

async function stateTypes(page: Page, place: Place): Promise<void> {
  const { documentList, version } = await batchOf(page, place)
  const documentIds = documentList.map(({ documentId }) => documentId)
  const edit = { kind: 'index', documentIds, set: { type: 'lease' } }
  const path = `${place.address}/api/line/batches/${place.batchId}/edits`
  const stated = await page.request.post(path, { data: { id: id(), version, edit } })
  assert.equal(stated.status(), 200, await stated.text())
}

async function atTheCheck(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/checks`)
  await page.getByRole('button', { name: /^ตรวจ Enter|^ตรวจ$/ }).waitFor()
  await page.keyboard.press('KeyN')
  await page.getByText('0/2').first().waitFor()
  await page.route('**/verdicts', (route) => route.fulfill(diskFull))
  await page.keyboard.press('KeyA')
  await page.getByText(/ดิสก์ของเครื่องแม่ข่ายเต็ม.*ส่งซ้ำเอง 1 รายการ/).waitFor()
  await look(page, 'check')
  await page.unroute('**/verdicts')
  await saved(page)
  await page.keyboard.press('KeyA')
  await page.getByText('2/2').first().waitFor()
  await saved(page)
  // Closing, too, is done once though its answer is lost.
  await page.route('**/finish', answerLost, { times: 1 })
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/ส่งต่อไปรับรอง|รอรับรอง/)
    .first()
    .waitFor()
}
