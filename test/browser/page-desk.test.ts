import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { EmployerFile } from '#documents/contract'
import { thaiNormalize } from '#thai-text'
import { listen } from '../../src/app/http/server.ts'
import { accessibilityFlaws, browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

const skip = browserMissing('notes, redactions and copies on the screen')

let working: WorkingOffice
let browser: Browser
let address: string
before(async () => {
  if (skip) return
  working = await workingOffice()
  await importNeighbours(working, 5)
  await importPapers(working, ['sps-1-01'])
  await working.idle()
  address = await listen(working.server, { host: '127.0.0.1', port: 0 })
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await working?.[Symbol.asyncDispose]()
})

/** The sample person's own browser, with the registration form open. */
async function formFor(role: string): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await officePage(browser)
  await page.request.post(`${address}/api/sample-sign-in`, {
    data: { username: `sample-${role}` },
  })
  const answer = await page.request.get(`${address}/api/employer-files/${sampleEmployer.accountNo}`)
  const file: EmployerFile = await answer.json()
  const form = file.documents.find(({ type }) => type === 'sps-1-01')
  await page.goto(`${address}/documents/${form?.documentId}`)
  await page.getByText('1/2').first().waitFor()
  return { page, complaints }
}

test('a note is written where its pin was moved to, changed, taken off and put back, by keyboard', {
  skip,
}, async () => {
  const { page, complaints } = await formFor('counter')
  await page.keyboard.press('KeyM')
  await page.getByText('ยังไม่มีบันทึก').waitFor()
  await page.getByRole('button', { name: 'เขียนบันทึก' }).press('Enter')
  const pin = page.getByRole('button', { name: 'หมุดของบันทึกใหม่' })
  const before = await pin.boundingBox()
  for (let times = 0; times < 10; times++) await pin.press('ArrowUp')
  const moved = await pin.boundingBox()
  assert.ok(before && moved && moved.y < before.y - 10)
  await page.getByRole('textbox', { name: 'เขียนบันทึก' }).fill('ลายเซ็นไม่ครบ')
  await page.keyboard.press('Control+Enter')
  const note = page.getByRole('button', { name: 'บันทึกของ' })
  await note.waitFor()
  await page.getByRole('button', { name: 'แก้ไข' }).press('Enter')
  await page.getByRole('textbox', { name: 'แก้ไข' }).fill('ลายเซ็นครบแล้ว')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /บันทึกของ .*ลายเซ็นครบแล้ว/ }).waitFor()
  assert.deepEqual(await accessibilityFlaws(page), [])
  await page.getByRole('button', { name: 'นำออก' }).press('Enter')
  await note.waitFor({ state: 'detached' })
  await page.getByText('นำบันทึกออกแล้ว').waitFor()
  await page.keyboard.press('Control+KeyZ')
  await note.waitFor()

  const other = await formFor('registrar')
  await other.page.getByRole('button', { name: /บันทึกของ .*ลายเซ็นครบแล้ว/ }).press('Enter')
  await other.page.getByText('ลายเซ็นครบแล้ว').waitFor()
  assert.equal(await other.page.getByRole('button', { name: 'นำออก' }).count(), 0)
  assert.deepEqual([...complaints, ...other.complaints], [])
})

test('a line is covered by keyboard: its reader sees black, gets no word of it, and it comes back', {
  skip,
  timeout: 180_000,
}, async () => {
  const { page, complaints } = await formFor('registrar')
  await page.keyboard.press('KeyC')
  await page.getByRole('button', { name: 'ตั้งกรอบปกปิด' }).press('Enter')
  await page.getByText('เลือกบรรทัดที่เครื่องอ่านได้').press('Enter')
  const line = page.getByRole('button', { name: /^ปกปิดบรรทัด .*Co\., Ltd/ }).first()
  const words = (await line.textContent()) ?? ''
  assert.ok(words.length > 10)
  await line.press('Enter')
  const box = page.getByRole('button', { name: 'กรอบที่ 1' })
  await box.press('Shift+ArrowRight')
  await page.getByText('กรอบ 1 จุด ใน 1 หน้า').waitFor()
  assert.deepEqual(await accessibilityFlaws(page), [])
  await page.getByRole('button', { name: 'สร้างฉบับปกปิด' }).press('Enter')
  await page.waitForURL(/covered=1/)
  await page.getByText('สร้างฉบับปกปิดแล้ว').waitFor()
  // On the screen of who covered it.
  await shows(page, 'a black box')
  await page.getByRole('button', { name: 'ตั้งกรอบปกปิด' }).press('Enter')
  // A box that stands comes along, else covering more would uncover it.
  await page.getByText('กรอบ 1 จุด ใน 1 หน้า').waitFor()
  await page.getByRole('button', { name: 'ยกเลิก', exact: true }).press('Enter')
  await working.idle()

  const reader = await formFor('counter')
  // And on the screen of who may not see through.
  await shows(reader.page, 'a black box')
  await reader.page.keyboard.press('KeyT')
  await reader.page.getByRole('heading', { name: 'ข้อความที่เครื่องอ่านได้' }).waitFor()
  await reader.page.getByText('แบบขึ้นทะเบียน').first().waitFor()
  assert.equal(await reader.page.getByText(words, { exact: true }).count(), 0)
  await reader.page.keyboard.press('KeyC')
  await reader.page.getByText('ข้อมูลส่วนบุคคล').waitFor()
  const refused = reader.page.getByRole('button', { name: 'ตั้งกรอบปกปิด' })
  assert.equal(await refused.getAttribute('aria-disabled'), 'true')

  await page.getByRole('button', { name: 'ยกเลิกการปกปิด' }).press('Enter')
  await page.getByText(/^ยกเลิกโดย/).waitFor()
  await reader.page.reload()
  await reader.page.getByText(/^ยกเลิกโดย/).waitFor()
  await shows(reader.page, 'the whole page')
  assert.deepEqual([...complaints, ...reader.complaints], [])
})

/** Waits until the pictures of the page have come; one that never comes fails by the time of the test. */
async function shows(page: Page, wanted: 'a black box' | 'the whole page'): Promise<void> {
  while ((await darkShare(page)) > 0.5 !== (wanted === 'a black box'))
    await page.waitForTimeout(250)
}

/** How long the longest black stretch of the first page is on the screen, in 200 pixels. */
async function darkShare(page: Page): Promise<number> {
  const frame = page.getByRole('img', { name: /^หน้า 1/ })
  // The sharp picture replaces the thumbnail when it has come.
  await page.waitForLoadState('networkidle')
  const { width = 0, height = 0, x = 0, y = 0 } = (await frame.boundingBox()) ?? {}
  const png = await page.screenshot({ clip: { x, y, width, height } })
  const { data } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const rows = Array.from({ length: Math.floor(height) }, (_, row) => {
    const pixels = data.subarray(row * Math.floor(width), (row + 1) * Math.floor(width))
    return longestDark(pixels) / 200
  })
  return Math.max(...rows)
}

/** The longest run of black pixels: no letter and no ruled line of the form is that thick and long. */
function longestDark(pixels: Uint8Array): number {
  let [longest, run] = [0, 0]
  for (const pixel of pixels) {
    run = pixel < 30 ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

test('a copy is taken for a purpose, holds the pages asked for, and is listed', {
  skip,
}, async () => {
  const { page, complaints } = await formFor('registrar')
  await page.keyboard.press('KeyD')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('มาตรา 100').waitFor()
  await dialog.getByRole('button', { name: /^เพื่อ|เพื่อ$/ }).press('Enter')
  await page.getByRole('option', { name: 'การพิจารณาคดี' }).press('Enter')
  const make = dialog.getByRole('button', { name: 'สร้าง PDF' })
  assert.equal(await make.getAttribute('aria-disabled'), 'true', 'the case must be named')
  await dialog.getByLabel('หมายเลขคดี').fill('พ.12/2569')
  await dialog.getByText('เฉพาะหน้า').click()
  await dialog.getByLabel('ช่วงหน้า').fill('๒')
  assert.deepEqual(await accessibilityFlaws(page), [])
  const [download] = await Promise.all([page.waitForEvent('download'), make.press('Enter')])
  const pdf = await readFile(await download.path())
  const library = await PDFiumLibrary.init()
  const opened = await library.loadDocument(pdf)
  const pages = [...opened.pages()].map((one) => thaiNormalize(one.getText()))
  library.destroy()
  assert.equal(pages.length, 1)
  assert.match(pages[0]?.replace(/\s+/g, '') ?? '', /เจ้าหน้าที่/)
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'สำเนาที่ออก' }).press('Enter')
  await page.getByText('การพิจารณาคดี · พ.12/2569').waitFor()
  await page.getByText('ดาวน์โหลด 1 หน้า').waitFor()
  assert.deepEqual(complaints, [])
})

test('printing opens the copy in a tab of its own, and a refused copy opens none', {
  skip,
}, async () => {
  const { page } = await formFor('registrar')
  await page.keyboard.press('KeyP')
  const dialog = page.getByRole('dialog')
  const print = dialog.getByRole('button', { name: 'สร้างและพิมพ์' })
  const [tab] = await Promise.all([page.context().waitForEvent('page'), print.press('Enter')])
  const answer = await tab.waitForEvent('response', (response) =>
    response.url().includes('/copies/'),
  )
  assert.equal(answer.headers()['content-type'], 'application/pdf')
  assert.match(answer.headers()['content-disposition'] ?? '', /^inline/)

  const checker = await formFor('checker')
  await checker.page.keyboard.press('KeyP')
  assert.equal(await checker.page.getByRole('dialog').count(), 0)
})

test('an address brings back the page, the zoom and the turn, and a fresh view holds none of them', {
  skip,
}, async () => {
  const { page } = await formFor('registrar')
  await page.keyboard.press('KeyR')
  await page.waitForURL(/see=[^&]*_90/)
  await page.keyboard.press('Equal')
  await page.waitForTimeout(1_000)
  const seen = new URL(page.url()).searchParams.get('see')
  await page.reload()
  await page.getByText('1/2').first().waitFor()
  await page.waitForTimeout(1_000)
  assert.equal(new URL(page.url()).searchParams.get('see'), seen)
  for (let turns = 0; turns < 3; turns++) await page.keyboard.press('KeyR')
  await page.keyboard.press('KeyH')
  await page.waitForURL((url) => !url.searchParams.has('see'))
})
