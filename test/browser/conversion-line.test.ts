import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { aSamplePage } from '#sample-office'
import { listen } from '../../src/app/http/server.ts'
import { accessibilityFlaws, browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import {
  importNeighbours,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

/** Where to keep pictures of the screens for looking at; none are kept without it. */
const pictures = process.env['FAEM_PICTURES']

const skip = browserMissing('the stations of the conversion line by keyboard')

describe('the conversion line by keyboard', { skip, timeout: 240_000 }, () => {
  let working: WorkingOffice
  let browser: Browser
  let address: string
  const flaws: string[] = []
  let scans: { name: string; mimeType: string; buffer: Buffer }[]

  before(async () => {
    working = await workingOffice()
    await importNeighbours(working, 3)
    address = await listen(working.server, { host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
    const papers = [
      ['sps-1-01', 0],
      ['sps-1-01', 1],
      ['power-of-attorney', 0],
    ] as const
    scans = []
    for (const [at, [kind, page]] of papers.entries()) {
      const { bytes } = await aSamplePage(kind, { seed: 1, format: 'tiff-jpeg', page })
      scans.push({ name: `${at + 1}.tif`, mimeType: 'image/tiff', buffer: Buffer.from(bytes) })
    }
  })

  after(async () => {
    await browser?.close()
    await working?.[Symbol.asyncDispose]()
  })

  async function deskOf(role: string): Promise<{ page: Page; complaints: string[] }> {
    const { page, complaints } = await officePage(browser)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const signedIn = await page.request.post(`${address}/api/sample-sign-in`, {
      data: { username: `sample-${role}` },
    })
    assert.equal(signedIn.status(), 200)
    return { page, complaints }
  }

  async function look(page: Page, name: string) {
    if (pictures) {
      await mkdir(pictures, { recursive: true })
      await writeFile(join(pictures, `${name}.png`), await page.screenshot())
    }
    for (const flaw of await accessibilityFlaws(page)) flaws.push(`${name}: ${flaw}`)
  }

  const thumbnails = (page: Page) => page.getByRole('option', { name: /^เอกสาร \d/ })
  const saved = (page: Page) => page.getByText('บันทึกครบแล้ว').waitFor()

  test('a stack is opened, scanned, arranged, indexed, counted and sent', async () => {
    const { page, complaints } = await deskOf('scanner')
    // Choosers are caught from now on: one that opens before that would never be answered.
    page.on('filechooser', () => undefined)
    await page.goto(`${address}/line`)
    await page.getByRole('heading', { name: 'สถานีสแกน' }).waitFor()
    await page.keyboard.press('KeyN')
    await page.getByLabel('เลขที่บัญชีนายจ้าง').waitFor()
    await page.keyboard.type(sampleEmployer.accountNo)
    await look(page, 'line-open')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/line\/[0-9a-f-]{36}$/)

    // The station has the keys once it has put focus on its pages.
    await page.locator('[role="listbox"]:focus').waitFor()
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('F9')
    await (await chooser).setFiles(scans)
    await thumbnails(page).nth(2).waitFor({ timeout: 60_000 })
    assert.equal(await thumbnails(page).count(), 3)

    await page.keyboard.press('End')
    await page.keyboard.press('KeyB')
    await page.getByRole('option', { name: 'เอกสาร 2 หน้า 3' }).waitFor()
    await page.keyboard.press('KeyR')
    await page.keyboard.press('Shift+KeyR')
    await page.keyboard.press('KeyM')
    await page.getByRole('option', { name: 'เอกสาร 1 หน้า 3' }).waitFor()
    await saved(page)
    await page.keyboard.press('KeyU')
    await page.getByRole('option', { name: 'เอกสาร 2 หน้า 3' }).waitFor()
    await saved(page)
    await page.keyboard.press('Delete')
    await page.getByRole('option', { name: 'เอกสาร 2 หน้า 3 หน้าว่าง' }).waitFor()
    await page.keyboard.press('Delete')
    await page.getByRole('option', { name: 'เอกสาร 2 หน้า 3', exact: true }).waitFor()
    await saved(page)

    await indexAs(page, { number: 2, title: 'มอบอำนาจ' })
    await page.keyboard.press('Home')
    await indexAs(page, { number: 1, title: 'แบบขึ้นทะเบียนนายจ้าง' })

    await page.keyboard.press('KeyC')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.getByText(/ขาด 1/).waitFor()
    await look(page, 'line-station')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('radio', { name: 'แผ่นพับ' }).waitFor()
    await page.getByText('แผ่นพับ').click()
    await look(page, 'line-difference')
    await page.getByRole('dialog').getByRole('button', { name: 'ส่งตรวจ' }).click()
    await page.waitForURL(/\/line$/)
    await page.getByText('รอตรวจ').first().waitFor()
    await look(page, 'line-list')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

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

  test('who scanned may not check; another judges by one key each, and sends one back', async () => {
    const { page, complaints } = await deskOf('checker')
    await page.goto(`${address}/checks`)
    await page.getByRole('button', { name: /^ตรวจ Enter|^ตรวจ$/ }).waitFor()
    await look(page, 'check-queue')
    await page.keyboard.press('KeyN')
    await page.waitForURL(/\/checks\/[0-9a-f-]{36}/)
    await page.getByText('0/2').first().waitFor()
    await look(page, 'check-one')
    await page.keyboard.press('KeyA')
    await page.getByText('1/2').first().waitFor()
    await page.keyboard.press('KeyU')
    await page.getByText('0/2').first().waitFor()
    await page.keyboard.press('KeyA')
    await page.getByText('1/2').first().waitFor()
    await page.keyboard.press('KeyV')
    await page.waitForURL(/mode=sheets/)
    await look(page, 'check-sheets')
    await page.keyboard.press('KeyV')
    await page.keyboard.press('KeyS')
    await page.getByRole('button', { name: /1 ไม่ชัด/ }).waitFor()
    await look(page, 'check-why')
    // The last verdict is still on its way when the check is closed: closing waits for it.
    await page.route('**/verdicts', async (route) => {
      await delay(1_000)
      await route.continue()
    })
    await page.keyboard.press('Digit1')
    await page.getByText('2/2').first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(/ตีกลับไปสถานีสแกน 1 ฉบับ/).waitFor()
    await look(page, 'check-finished')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('who leads the office sees where batches stand and how sharply each checker looks', async () => {
    const { page, complaints } = await deskOf('head')
    await page.goto(`${address}/progress`)
    const board = page.getByRole('region', { name: 'ผู้ตรวจคุณภาพ' })
    await board.getByRole('row', { name: /ตัวอย่าง 2 1 0 0 –/ }).waitFor()
    await page.getByRole('button', { name: /ตีกลับ/ }).press('Enter')
    await page.waitForURL(/state=returned/)
    await page
      .getByText(/^B\d{4}-\d{6}$/)
      .first()
      .waitFor()
    await look(page, 'dashboard')
    assert.deepEqual(complaints, [])
    await page.context().close()

    const other = await deskOf('scanner')
    await other.page.goto(`${address}/progress`)
    await other.page.getByText('รายสำนักงาน').waitFor()
    assert.equal(await other.page.getByText('ผู้ตรวจคุณภาพ').count(), 0)
    await other.page.context().close()
  })

  test('what was sent back stands at the scanning station with its reason', async () => {
    const { page } = await deskOf('scanner')
    await page.goto(`${address}/line?state=returned`)
    await page.getByRole('link', { name: /^B\d{4}-\d{6}$/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('ตีกลับ ยังไม่แก้').waitFor()
    await page.keyboard.press('Tab')
    await page.getByText('ตีกลับมาแก้: ไม่ชัด').waitFor()
    await look(page, 'line-returned')
    await page.keyboard.press('KeyE')
    await page.getByText('ตีกลับ ยังไม่แก้').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('nothing that was seen on the way stands in the way of anybody', () => {
    assert.deepEqual(flaws, [])
  })
})
