import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { listExpectedFiles } from '#paper-files'
import { aSamplePage } from '#sample-office'
import { segmentWords } from '#thai-text'
import { listen } from '../../src/app/http/server.ts'
import { verifyEvidence } from '../../src/certification/verify-evidence.ts'
import { browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import { blankPicture } from '../kit/line.ts'
import {
  importNeighbours,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

/** Where to keep pictures of the screens for looking at; none are kept without it. */
const pictures = process.env['FAEM_PICTURES']

const skip = browserMissing(
  'the whole conversion line, from a printed cover sheet to a certified page',
)

/** One test holds the whole of it: each person goes on with what the one before left behind. */
test('paper goes along the whole line by the hands of four people and is found in the file', {
  skip,
  timeout: 240_000,
}, async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 3)
  await listExpectedFiles(working.office.context, working.office.configuration.office)
  const address = await listen(working.server, { host: '127.0.0.1', port: 0 })
  await using browser = await openBrowser()
  const people = desks(browser, address)

  const scanner = await people('scanner')
  const printed = await printCover(scanner)
  const { stack, words } = await aStack(await rasterised(working, printed))
  await scanAndFix(scanner, stack)
  await indexAndSend(scanner)

  const checker = await people('checker')
  await check(checker)

  await sign(scanner, 'ผู้แปลงข้อมูล')
  await sign(checker, 'ผู้รับรองความถูกต้องครบถ้วน')
  await sign(checker, 'ผู้รับรองข้อมูลอธิบาย')
  const certifier = await people('certifier')
  await sign(certifier, 'ผู้ตรวจสอบกระบวนการ')
  await working.idle()

  await scanner.page.goto(`${address}/paper-files?q=${sampleEmployer.accountNo}`)
  await scanner.page.getByText('แปลงแล้ว').first().waitFor()
  await scanner.look('paper-converted')
  const registrar = await people('registrar')
  await findAndOpen(registrar, words)
  await proveEvidence(certifier.page, address)
  for (const { complaints } of [scanner, checker, certifier, registrar]) {
    assert.deepEqual(complaints, [])
  }
})

type Desk = {
  page: Page
  address: string
  complaints: string[]
  look(name: string): Promise<void>
}

function desks(browser: Browser, address: string): (role: string) => Promise<Desk> {
  return async (role) => {
    const { page, complaints } = await officePage(browser)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const signedIn = await page.request.post(`${address}/api/sample-sign-in`, {
      data: { username: `sample-${role}` },
    })
    assert.equal(signedIn.status(), 200)
    const look = async (name: string) => {
      if (!pictures) return
      await mkdir(pictures, { recursive: true })
      await writeFile(join(pictures, `whole-${name}.png`), await page.screenshot())
    }
    return { page, address, complaints, look }
  }
}

/** The key for cover sheets opens the PDF; what it opened is asked for once more, as a printer would get it. */
async function printCover({ page, address, look }: Desk): Promise<Buffer> {
  await page.goto(`${address}/paper-files?q=${sampleEmployer.accountNo}`)
  await page.getByText(sampleEmployer.nameTh).first().waitFor()
  await look('paper-expected')
  const printing = page.context().waitForEvent('request', {
    predicate: (request) => request.url().includes('/api/paper-prints/covers.pdf'),
  })
  await page.keyboard.press('KeyC')
  const url = (await printing).url()
  for (const other of page.context().pages()) if (other !== page) await other.close()
  const pdf = await page.request.get(url)
  assert.equal(pdf.headers()['content-type'], 'application/pdf')
  return await pdf.body()
}

/** The sheet as the scanner sees it when it comes out of the printer. */
async function rasterised({ office }: WorkingOffice, pdf: Buffer): Promise<Buffer> {
  const { data, width, height } = await office.images.decodePage(pdf, 0, { dpi: 300 })
  return await sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .withMetadata({ density: 300 })
    .png()
    .toBuffer()
}

/** The printed cover, a form of two sides whose second lies on its head, and a letter with an empty back. */
async function aStack(cover: Buffer) {
  const side = (kind: string, page = 0) => aSamplePage(kind, { seed: 1, look: 'office-300', page })
  const [first, second, letter] = [
    await side('sps-1-01'),
    await side('sps-1-01', 1),
    await side('power-of-attorney'),
  ]
  const onHead = await sharp(second.bytes)
    .rotate(180)
    .withMetadata({ density: 300 })
    .png()
    .toBuffer()
  const all = [cover, first.bytes, onHead, letter.bytes, await blankPicture()]
  const stack = all.map((bytes, at) => ({
    name: `${at + 1}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(bytes),
  }))
  const of = (page: typeof first) =>
    page.truth.lines.flatMap(segmentWords).filter((word) => /^[ก-๎]{7,}$/.test(word))
  return { stack, words: of(second).sort((a, b) => b.length - a.length) }
}

const saved = (page: Page) => page.getByText('บันทึกครบแล้ว').waitFor()
const thumbnail = (page: Page, name: string) => page.getByRole('option', { name, exact: true })

async function scanAndFix(
  { page, address, look }: Desk,
  stack: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  // Choosers are caught from now on: one that opens before that would never be answered.
  page.on('filechooser', () => undefined)
  await page.goto(`${address}/line`)
  await page.getByRole('heading', { name: 'สถานีสแกน' }).waitFor()
  await page.keyboard.press('KeyN')
  await page.getByLabel('เลขที่บัญชีนายจ้าง').waitFor()
  await page.keyboard.type(sampleEmployer.accountNo)
  await page.getByText(sampleEmployer.nameTh).first().waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/line\/[0-9a-f-]{36}$/)
  await page.locator('[role="listbox"]:focus').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('F9')
  await (await chooser).setFiles(stack)
  // The cover's code is read off its paper: it cuts the stack and is no page of the file.
  await page.getByRole('option', { name: /^เอกสาร 1 หน้า 1 .*ใบปะหน้า/ }).waitFor()
  await page.getByRole('option', { name: /^เอกสาร 1 หน้า 5/ }).waitFor()
  await look('arrived')

  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await page.getByRole('option', { name: /หน้า 5 หน้าว่าง/ }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('KeyB')
  await page
    .getByRole('option', { name: /^เอกสาร 2 หน้า/ })
    .first()
    .waitFor()
  await saved(page)
  await page.keyboard.press('ArrowLeft')
  await turnUpright(page, thumbnail(page, 'เอกสาร 1 หน้า 3'))
  await saved(page)
  await look('fixed')
}

/** Turned a quarter too far first: whatever the machine proposed, a person's hand is what counts. */
async function turnUpright(page: Page, picture: ReturnType<typeof thumbnail>): Promise<void> {
  const quarters = async () => {
    const style = (await picture.locator('img').first().getAttribute('style')) ?? ''
    return Math.round(Number(/rotate\((-?[\d.]+)deg\)/.exec(style)?.[1] ?? 0) / 90) % 4
  }
  do {
    const before = await quarters()
    await page.keyboard.press('KeyR')
    while ((await quarters()) === before) await page.waitForTimeout(20)
  } while ((await quarters()) !== 2)
}

async function indexAndSend({ page, look }: Desk): Promise<void> {
  await indexAs(page, { number: 1, title: 'แบบขึ้นทะเบียนนายจ้าง' })
  await page.keyboard.press('End')
  await indexAs(page, { number: 2, title: 'มอบอำนาจ' })
  await look('indexed')
  await page.keyboard.press('KeyC')
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  // The count is still on its way; the batch goes when it is stored.
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/line$/)
  await page.getByText('รอตรวจ').first().waitFor()
}

/** Types a part of a document type into the index of the document that is looked at. */
async function indexAs(page: Page, { number, title }: { number: number; title: string }) {
  await page.getByRole('heading', { name: `ดัชนีเอกสาร ${number}` }).waitFor()
  const field = page.getByRole('combobox', { name: /ประเภทเอกสาร/ })
  await field.fill(title)
  await page
    .getByRole('option', { name: new RegExp(title) })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await saved(page)
  await page.keyboard.press('Escape')
  await page.getByRole('listbox', { name: 'หน้าทั้งหมดของชุด' }).focus()
}

async function check({ page, address, look }: Desk): Promise<void> {
  await page.goto(`${address}/checks`)
  await page.getByRole('button', { name: /^ตรวจ Enter|^ตรวจ$/ }).waitFor()
  await page.keyboard.press('KeyN')
  await page.getByText('0/2').first().waitFor()
  await look('check')
  await page.keyboard.press('KeyA')
  await page.getByText('1/2').first().waitFor()
  await page.keyboard.press('KeyA')
  await page.getByText('2/2').first().waitFor()
  await saved(page)
  await page.keyboard.press('Control+Enter')
  await page
    .getByText(/ส่งต่อไปรับรอง|รอรับรอง/)
    .first()
    .waitFor()
  await look('checked')
}

/** Opens every document of the batch that is not opened yet, then signs. */
async function sign({ page, address, look }: Desk, duty: string): Promise<void> {
  await page.goto(`${address}/certify`)
  const button = page.getByRole('button', { name: `ลงชื่อ${duty}` })
  await button.waitFor()
  if ((await button.getAttribute('aria-disabled')) === 'true') {
    for (const title of ['แบบขึ้นทะเบียนนายจ้าง', 'มอบอำนาจ']) {
      await page.getByRole('button', { name: new RegExp(title) }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'ดูแล้ว' }).click()
    }
  }
  await look('certify')
  await button.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('รหัสผ่านอีกครั้ง').waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

async function findAndOpen({ page, address, look }: Desk, words: readonly string[]): Promise<void> {
  await page.goto(address)
  const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
  await box.waitFor()
  for (const word of words.slice(0, 5)) {
    await box.fill(word)
    await page.waitForURL((url) => url.searchParams.get('q') === word)
    await page.waitForLoadState('networkidle')
    if ((await page.getByRole('option', { name: /หน้า 2/ }).count()) > 0) break
  }
  await look('found')
  await page.getByRole('option', { name: /หน้า 2/ }).first().click()
  await page.waitForURL(/\/documents\//)
  await page.getByText('2/2').first().waitFor()
  await page.getByRole('img', { name: /หน้า 2/ }).first().waitFor()
  await look('viewer')
}

async function proveEvidence(page: Page, address: string): Promise<void> {
  const list = await page.request.get(`${address}/api/certifications`)
  const { certifications }: { certifications: { batchId: string }[] } = await list.json()
  const [{ batchId } = { batchId: '' }] = certifications
  const evidence = await page.request.get(`${address}/api/certifications/${batchId}/evidence.json`)
  assert.deepEqual(verifyEvidence(await evidence.json()).flaws, [])
}
