import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { listen } from '../../src/app/http/server.ts'
import { accessibilityFlaws, browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

/** Where to keep pictures of the screens for looking at; none are kept without it. */
const pictures = process.env['FAEM_PICTURES']

const skip = browserMissing('every screen by day and by night, in Thai and in English')

type Look = { theme: 'light' | 'dark'; language: 'th' | 'en' }

// Contrast does not hang on the language, nor names on the brightness: two walks see all four.
const looks: readonly Look[] = [
  { theme: 'light', language: 'th' },
  { theme: 'dark', language: 'en' },
]

describe('the screens of a filled office', { skip, timeout: 240_000 }, () => {
  let working: WorkingOffice
  let browser: Browser
  let address: string
  let documentId: string
  let batchId: string

  before(async () => {
    working = await workingOffice()
    await importNeighbours(working, 40)
    const { papers } = await importPapers(working, ['power-of-attorney', 'sps-1-01'])
    assert.ok(papers)
    await working.idle()
    address = await listen(working.server, { host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
    documentId = await firstDocument()
    batchId = await openBatch()
  })

  after(async () => {
    await browser?.close()
    await working?.[Symbol.asyncDispose]()
  })

  async function firstDocument(): Promise<string> {
    const { page } = await deskOf('registrar', { theme: 'light', language: 'th' })
    const path = `${address}/api/employer-files/${sampleEmployer.accountNo}`
    const file: { documents: { documentId: string }[] } = await (
      await page.request.get(path)
    ).json()
    await page.context().close()
    const document = file.documents[1]
    assert.ok(document)
    return document.documentId
  }

  /** A batch of the conversion line, without pages yet. */
  async function openBatch(): Promise<string> {
    const { page } = await deskOf('registrar', { theme: 'light', language: 'th' })
    const id = randomUUID()
    const { accountNo } = sampleEmployer
    const about = { branchNo: null, paperFile: 'ตู้ 12', profile: 'grey-300', sheets: 3 }
    const path = `${address}/api/line/batches`
    const opened = await page.request.post(path, { data: { id, accountNo, ...about } })
    assert.equal(opened.status(), 200, await opened.text())
    await page.context().close()
    return id
  }

  /** A desk at which a sample person of `role` sits. */
  async function deskOf(role: string, { theme, language }: Look) {
    const { page, complaints } = await officePage(browser)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.addInitScript(`sessionStorage.setItem('language', '${language}')`)
    const signedIn = await page.request.post(`${address}/api/sample-sign-in`, {
      data: { username: `sample-${role}` },
    })
    assert.equal(signedIn.status(), 200)
    return { page, complaints }
  }

  /** Every route of the application with examples put in for its parts. */
  async function addresses(): Promise<string[]> {
    const routes = await readFile(join(import.meta.dirname, '../../web/src/routes.tsx'), 'utf8')
    const paths = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path)
    const filled = paths.map((path) =>
      path
        .replace('$accountNo', sampleEmployer.accountNo)
        .replace('$documentId', documentId)
        .replace('$batchId', batchId),
    )
    assert.ok(filled.length > 6)
    assert.deepEqual(
      filled.filter((path) => path.includes('$')),
      [],
      'an example stands here for each part of an address',
    )
    const name = encodeURIComponent(sampleEmployer.nameTh.slice(0, 12))
    return [...filled, `/?q=${name}`, '/?q=okpxyzq', '/inbox?state=quarantined', '/nowhere']
  }

  async function arrive(page: Page, path: string) {
    await page.goto(`${address}${path}`)
    await page.locator('main h1, [role="alert"]').first().waitFor()
    await page
      .locator('[role="status"]', { hasText: /กำลังเปิด|Opening/ })
      .waitFor({ state: 'detached' })
  }

  for (const look of looks) {
    test(`nothing stands in the way of anybody on any screen, ${look.theme}, ${look.language}`, async () => {
      for (const role of ['registrar', 'administrator']) {
        const { page, complaints } = await deskOf(role, look)
        const all = await addresses()
        // What an administrator sees otherwise than a registrar.
        const paths =
          role === 'registrar' ? all : all.filter((path) => /^\/(people|admin)/.test(path))
        for (const path of paths) {
          await arrive(page, path)
          await keep(page, `${look.theme}-${role}${path.replaceAll(/[^a-z]+/g, '-')}`)
          assert.deepEqual(await accessibilityFlaws(page), [], `${path} ${role}`)
          assert.equal(await page.evaluate('document.documentElement.lang'), look.language)
          assert.ok(!(await sideways(page)), `${path} scrolls sideways`)
        }
        // A role that may not list people is told so by the server; that is an answer, not a fault.
        const faults = complaints.filter((text) => !text.includes('403'))
        assert.deepEqual(faults, [])
        await page.context().close()
      }
    })
  }

  for (const look of looks) {
    test(`each widget of the gallery can be read and reached, ${look.theme}`, async () => {
      const { page } = await deskOf('registrar', { ...look, language: 'th' })
      await page.setViewportSize({ width: 1366, height: 1100 })
      await arrive(page, '/gallery')
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        await page.getByRole('tabpanel').waitFor()
        await keep(page, `gallery-${look.theme}-${await tab.textContent()}`)
        assert.deepEqual(await accessibilityFlaws(page), [], (await tab.textContent()) ?? '')
        assert.deepEqual(await smallTargets(page), [])
      }
      await page.context().close()
    })
  }

  test('at 200 per cent and on a telephone nothing is lost at the side', async () => {
    const { page } = await deskOf('registrar', { theme: 'light', language: 'th' })
    const home = ['/', '/inbox', '/intake', '/people']
    for (const size of [
      { width: 683, height: 384 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size)
      for (const path of home) {
        await arrive(page, path)
        await keep(page, `small-${size.width}${path.replaceAll('/', '-')}`)
        assert.ok(!(await sideways(page)), `${path} at ${size.width}`)
      }
    }
    await page.context().close()
  })

  test('with a Thai layout the keys find a screen, search, help and a command', async () => {
    const { page, complaints } = await deskOf('registrar', { theme: 'light', language: 'th' })
    await arrive(page, '/intake')
    await thaiKey(page, 'KeyG', 'เ')
    await thaiKey(page, 'KeyI', 'ร')
    await page.waitForURL(/\/inbox/)
    await page.getByRole('heading', { name: 'รอจัดแฟ้ม' }).waitFor()
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'H1')
    assert.match(await page.title(), /^รอจัดแฟ้ม/)

    await thaiKey(page, 'Slash', 'ฝ')
    const box = page.getByRole('combobox', { name: 'ค้นหาและสั่งงาน' })
    await box.fill(sampleEmployer.nameTh.slice(0, 12))
    await page.getByRole('option', { name: new RegExp(sampleEmployer.nameTh) }).waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/files/${sampleEmployer.accountNo}`))

    await page.keyboard.press('Control+KeyK')
    await box.fill('>พื้นมืด')
    await page.keyboard.press('Enter')
    await page.waitForFunction("document.documentElement.dataset.theme === 'dark'")
    await page.keyboard.press('Shift+Slash')
    await page.getByRole('dialog', { name: 'ปุ่มลัด' }).waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    // K already goes a row back; Z is free, and the help says so at once.
    await page.getByRole('button', { name: /แถวถัดไป.*จาก J/ }).press('Enter')
    await page.keyboard.press('KeyK')
    await page.getByText(/ปุ่ม K ใช้กับ/).waitFor()
    await page.getByRole('button', { name: /แถวถัดไป.*จาก J/ }).press('Enter')
    await page.keyboard.press('KeyZ')
    await page.getByRole('button', { name: /แถวถัดไป.*จาก Z/ }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('a date is typed as people write it, and kept until it can be read', async () => {
    const { page } = await deskOf('registrar', { theme: 'light', language: 'th' })
    await arrive(page, '/gallery')
    await page.getByRole('tab', { name: 'ช่องกรอก' }).click()
    const field = page.getByRole('textbox', { name: 'วันที่รับ' })
    await field.fill('๑๒/๓/๖๓')
    await page.getByText('อ่านเป็น พฤหัสบดี 12 มีนาคม 2563').waitFor()
    await field.press('Enter')
    assert.equal(await field.inputValue(), '12 มี.ค. 2563')
    await field.press('End')
    await field.press('ArrowUp')
    assert.equal(await field.inputValue(), '12 มี.ค. 2564')
    await field.fill('29/2/2564')
    await page.getByText('กุมภาพันธ์ 2564 มี 28 วัน').waitFor()
    await field.blur()
    assert.equal(await field.inputValue(), '29/2/2564')
    await field.fill('12/3/2020')
    await page.getByRole('button', { name: 'ใช้ 12 มี.ค. 2563 (ค.ศ. 2020)' }).click()
    assert.equal(await field.inputValue(), '12 มี.ค. 2563')
    await field.press('Alt+ArrowDown')
    await page.getByRole('dialog').waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.equal(await field.inputValue(), '13 มี.ค. 2563')
    await page.context().close()
  })

  test('an administrator gives a role by keyboard, and one key takes it back', async () => {
    const { page, complaints } = await deskOf('administrator', { theme: 'light', language: 'th' })
    await arrive(page, '/people')
    const row = page.getByRole('row', { name: /sample-counter/ })
    await row.getByRole('button').press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /หน้าที่/ }).first().press('Enter')
    await page.getByRole('option', { name: /^ผู้สแกน/ }).press('Enter')
    assert.deepEqual(await accessibilityFlaws(page), [])
    await dialog.getByRole('button', { name: 'ให้หน้าที่' }).press('Enter')
    await page.getByText(/เป็นผู้สแกน.*แล้ว/).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await row.getByText('ผู้สแกน').waitFor()
    await page.keyboard.press('Control+KeyZ')
    await row.getByText('ผู้สแกน').waitFor({ state: 'detached' })
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('what opens over a screen can be read too, and an ended session leaves the work standing', async () => {
    const { page } = await deskOf('registrar', { theme: 'dark', language: 'th' })
    await arrive(page, '/inbox?state=quarantined')
    await page.getByRole('button', { name: /^งานและการแจ้งเตือน/ }).press('Enter')
    await page.getByRole('dialog', { name: /^งานและการแจ้งเตือน/ }).waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /เมนูผู้ใช้งาน$/ }).press('Enter')
    await page.getByRole('menu').waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.getByRole('menuitem', { name: 'เปลี่ยนรหัสผ่าน' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'เปลี่ยนรหัสผ่าน' })
    await dialog.getByLabel('รหัสผ่านเดิม').fill('ยังพิมพ์ไม่เสร็จ')
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.context().clearCookies()
    await dialog.getByLabel('รหัสผ่านใหม่', { exact: true }).fill('รหัสผ่านใหม่ที่ยาวพอ')
    await dialog.getByLabel('รหัสผ่านใหม่อีกครั้ง').fill('รหัสผ่านใหม่ที่ยาวพอ')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'ค้นหา' }).press('Enter')
    await page.getByRole('dialog', { name: /^หมดเวลา/ }).waitFor()
    assert.deepEqual(await accessibilityFlaws(page), [])
    await page.getByRole('button', { name: /เจ้าหน้าที่ทะเบียน/ }).press('Enter')
    await page.getByRole('dialog', { name: /^หมดเวลา/ }).waitFor({ state: 'detached' })
    await page.getByRole('combobox', { name: 'ค้นหาแฟ้มนายจ้าง' }).fill('บริษัท')
    await page.context().close()
  })

  async function keep(page: Page, name: string) {
    if (!pictures) return
    await mkdir(pictures, { recursive: true })
    await writeFile(join(pictures, `${name}.png`), await page.screenshot())
  }
})

/** A key as a Thai keyboard sends it: another letter, the same place. */
async function thaiKey(page: Page, code: string, key: string) {
  const event = JSON.stringify({ code, key, bubbles: true, cancelable: true })
  await page.evaluate(`for (const kind of ['keydown', 'keyup'])
    document.activeElement.dispatchEvent(new KeyboardEvent(kind, ${event}))`)
}

async function sideways(page: Page): Promise<boolean> {
  return await page.evaluate<boolean>(`[document.documentElement, document.getElementById('content')]
    .some((part) => part !== null && part.scrollWidth > part.clientWidth)`)
}

/** Controls that are smaller than 24 px in either direction. */
async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(`
    [...document.querySelectorAll('button, select, [role="tab"]')]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ one }) => one.outerHTML.slice(0, 120))`)
}
