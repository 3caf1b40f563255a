import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { importScans } from '#intake'
import { aSamplePage, joinTiffs } from '#sample-office'
import { listen } from '../../src/app/http/server.ts'
import { accessibilityFlaws, browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

const skip = browserMissing('peeking at results, suggestions and the inbox by keyboard alone')

describe('search and inbox by keyboard alone', { skip, timeout: 240_000 }, () => {
  let working: WorkingOffice
  let browser: Browser
  let address: string

  before(async () => {
    working = await workingOffice()
    await importNeighbours(working, 40)
    await importPapers(working, ['power-of-attorney', 'lease'])
    await importLoose()
    await working.idle()
    address = await listen(working.server, { host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  })

  after(async () => {
    await browser?.close()
    await working?.[Symbol.asyncDispose]()
  })

  /** A scan of two pages that no name or cover sheet puts anywhere. */
  async function importLoose() {
    const papers = join(working.folder, 'loose')
    await mkdir(join(papers, 'no-number'), { recursive: true })
    const pages = []
    for (const seed of [2, 3])
      pages.push(await aSamplePage('letter-in', { seed, format: 'tiff-jpeg' }))
    const file = join(papers, 'no-number', 'loose.tif')
    await writeFile(file, joinTiffs(pages.map(({ bytes }) => bytes)))
    await importScans(
      working.office.context,
      { folder: papers, officeId: '6000' },
      { progress: () => undefined, signal: new AbortController().signal },
    )
  }

  async function registrar(): Promise<{ page: Page; complaints: string[] }> {
    const { page, complaints } = await officePage(browser)
    const signedIn = await page.request.post(`${address}/api/sample-sign-in`, {
      data: { username: 'sample-registrar' },
    })
    assert.equal(signedIn.status(), 200)
    return { page, complaints }
  }

  test('Space looks at an employer without leaving the box, and Esc goes back a layer at a time', async () => {
    const { page, complaints } = await registrar()
    await page.goto(address)
    const box = page.getByRole('combobox', { name: 'ค้นหาแฟ้มนายจ้าง' })
    await box.waitFor()
    await page.keyboard.type(sampleEmployer.accountNo)
    await page.locator('main [role="option"]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const peek = page.getByRole('complementary', { name: 'ดูอย่างย่อ' })
    await peek.getByText('หนังสือมอบอำนาจ').first().waitFor()
    await peek.getByRole('img', { name: /หน้า 1/ }).waitFor()
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'combobox')
    assert.equal(await box.inputValue(), sampleEmployer.accountNo, 'no blank was typed')
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.keyboard.press('Escape')
    await peek.waitFor({ state: 'detached' })
    assert.equal(await box.inputValue(), sampleEmployer.accountNo, 'the words stay')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('Space looks at a page with its line framed', async () => {
    const { page } = await registrar()
    await page.goto(`${address}/?q=${encodeURIComponent('ประกันสังคม')}`)
    await page.getByRole('group', { name: 'ข้อความในเอกสาร' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const peek = page.getByRole('complementary', { name: 'ดูอย่างย่อ' })
    await peek.getByRole('img', { name: /พร้อมกรอบบรรทัดที่พบ/ }).waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.context().close()
  })

  test('a name half typed is offered whole, and → at the end of the box takes it', async () => {
    const { page } = await registrar()
    await page.goto(address)
    const box = page.getByRole('combobox', { name: 'ค้นหาแฟ้มนายจ้าง' })
    await box.waitFor()
    const half = sampleEmployer.nameTh.replace(/^บริษัท /, '').slice(0, 6)
    await page.keyboard.type(half)
    const offered = page.getByRole('group', { name: 'คำแนะนำ' }).getByRole('button').first()
    await offered.waitFor()
    await page.keyboard.press('ArrowRight')
    const taken = await box.inputValue()
    assert.ok(taken.length > half.length && taken.includes(half), taken)
    await page.context().close()
  })

  test('a clerk sees the pages of a waiting scan, says whose it is, and goes on at the list', async () => {
    const { page, complaints } = await registrar()
    await page.goto(`${address}/inbox`)
    await page.getByRole('img', { name: 'หน้า 1 จาก 2 ของ loose.tif' }).waitFor()
    await page.keyboard.press('ArrowRight')
    const second = page.getByRole('img', { name: 'หน้า 2 จาก 2 ของ loose.tif' })
    await second.waitFor()
    const width = await page.evaluate<number>(
      `(async (picture) => (await picture.decode(), picture.naturalWidth))(document.querySelector('main section img'))`,
    )
    assert.ok(width > 0)
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.getByRole('combobox', { name: /เลขที่บัญชี/ }).focus()
    await page.keyboard.type(sampleEmployer.accountNo)
    await page.getByRole('option', { name: new RegExp(sampleEmployer.nameTh) }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: /ประเภทเอกสาร/ }).selectOption('letter-in')
    await page.getByRole('button', { name: 'จัดเข้าแฟ้ม' }).press('Enter')
    await page.getByText('จัด “loose.tif” เข้าแฟ้มแล้ว').waitFor()
    await page.getByText('จัดแฟ้มครบแล้ว').waitFor()
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('nothing is lost with wide spacing, forced colours or at 400 per cent', async () => {
    const { page } = await registrar()
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    // 1280 px at 400 per cent.
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ['/', `/?q=${sampleEmployer.accountNo}`, '/inbox', '/progress']) {
      await page.goto(`${address}${path}`)
      await page.locator('main h1').first().waitFor()
      await page.evaluate(spacing)
      const wide = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      const widest = await page.evaluate<string[]>(tooWide)
      assert.deepEqual({ wide, widest }, { wide: 0, widest: [] }, `${path} scrolls sideways`)
      assert.deepEqual(await accessibilityFlaws(page), [], path)
    }
    await page.context().close()
  })
})

// WCAG 1.4.12, through the object model: the content security policy allows no style element.
const spacing = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.7 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}`

const tooWide = `[...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.children.length === 0)
  .filter((one) => one.closest('nav, [class*="overflow-auto"]:not(main), [class*="overflow-x-auto"]') === null)
  .map((one) => one.outerHTML.slice(0, 160))`
