import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readPageJob } from '#text-recognition'
import { listen } from '../../src/app/http/server.ts'
import { accessibilityFlaws, browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import { type WorkingOffice, workingOffice } from '../kit/working-office.ts'

/** Where to keep pictures of the screens for looking at; none are kept without it. */
const pictures = process.env['FAEM_PICTURES']

const skip = browserMissing('the administration by keyboard')

describe('an administrator at the keyboard', { skip, timeout: 240_000 }, () => {
  let working: WorkingOffice
  let browser: Browser
  let address: string

  before(async () => {
    working = await workingOffice()
    address = await listen(working.server, { host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  })

  after(async () => {
    await browser?.close()
    await working?.[Symbol.asyncDispose]()
  })

  async function deskOf(role: string, language: 'th' | 'en' = 'th') {
    const { page, complaints } = await officePage(browser)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.addInitScript(`sessionStorage.setItem('language', '${language}')`)
    const data = { username: `sample-${role}` }
    assert.equal((await page.request.post(`${address}/api/sample-sign-in`, { data })).status(), 200)
    return { page, complaints }
  }

  async function look(page: Page, name: string) {
    if (pictures) {
      await mkdir(pictures, { recursive: true })
      await writeFile(join(pictures, `operations-${name}.png`), await page.screenshot())
    }
    assert.deepEqual(await accessibilityFlaws(page), [], name)
  }

  /** The reading of a page that does not exist: it fails at once and for good. */
  async function aFailingJob() {
    const { database, jobs } = working.office
    await database.transaction((tx) => jobs.enqueue(tx, readPageJob, { pageId: randomUUID() }))
  }

  test('pauses a queue with a reason, takes it back, and retries and gives up what failed', async () => {
    await aFailingJob()
    await aFailingJob()
    const { page, complaints } = await deskOf('administrator')
    await page.goto(`${address}/progress`)
    await page.getByRole('link', { name: 'ดูแลระบบ' }).waitFor()
    await page.keyboard.press('KeyG')
    await page.keyboard.press('KeyA')
    await page.waitForURL(/\/admin\/queues/)
    await page.getByRole('heading', { name: 'คิวงาน', level: 1 }).waitFor()
    await page.getByRole('table').waitFor()
    await page.keyboard.press('KeyJ')
    // Live: nothing is pressed until both have failed.
    const panel = page.getByRole('complementary')
    const failed = panel.getByRole('button', { name: /^ลองใหม่:/ })
    await failed.nth(1).waitFor()
    assert.equal(await panel.getAttribute('aria-label'), 'อ่านข้อความจากภาพ')
    await look(page, 'failed')

    await page.keyboard.press('KeyP')
    const pausing = page.getByRole('dialog', { name: 'พักคิว “อ่านข้อความจากภาพ”' })
    await pausing.waitFor()
    await page.keyboard.type('รอพื้นที่จัดเก็บเพิ่ม')
    await look(page, 'pause')
    await pausing.getByRole('button', { name: 'พักคิว' }).press('Enter')
    await panel.getByText('พักโดย ธนา ตัวอย่าง').waitFor()
    await panel.getByText('รอพื้นที่จัดเก็บเพิ่ม').first().waitFor()
    await page.getByRole('status').getByText('พักไว้ 1 คิว').waitFor()
    await page.getByText('เลิกทำ').waitFor()
    await page.keyboard.press('Control+KeyZ')
    await panel.getByText('พักโดย ธนา ตัวอย่าง').waitFor({ state: 'detached' })

    // They fail again, for the same reason: the list is the same but for its times.
    await page.keyboard.press('KeyR')
    await page.getByText('ส่งกลับเข้าคิวแล้ว 2 งาน').waitFor()
    await failed.nth(1).waitFor()

    await panel.getByRole('button', { name: /^ยุติ…:/ }).first().press('Enter')
    const dropping = page.getByRole('dialog', { name: 'ยุติงานที่ไม่สำเร็จ 1 งาน' })
    await dropping.waitFor()
    await page.keyboard.type('หน้านี้ไม่มีจริง')
    await dropping.getByRole('button', { name: 'ยุติงาน' }).press('Enter')
    await panel.getByRole('button', { name: 'ให้ทำใหม่' }).waitFor()
    await failed.nth(1).waitFor({ state: 'detached' })
    await failed.first().waitFor()
    assert.equal(await failed.count(), 1)
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('goes from queue to queue, and the address names the one that is looked at', async () => {
    const { page, complaints } = await deskOf('administrator')
    await page.goto(`${address}/admin`)
    await page.waitForURL(/\/admin\/queues/)
    const panel = page.getByRole('complementary')
    await panel.waitFor()
    await page.keyboard.press('KeyJ')
    await page.waitForURL(/queue=text-recognition\.read-page/)
    await panel.getByRole('heading', { name: 'อ่านข้อความจากภาพ' }).waitFor()
    await page.keyboard.press('KeyK')
    await page.waitForURL(/queue=intake\.examine-batch/)
    assert.deepEqual(complaints, [])
    await page.context().close()
  })

  test('an auditor sees the same and is told why the acts are not for them; others see no way there', async () => {
    const { page } = await deskOf('auditor', 'en')
    await page.goto(`${address}/admin/queues`)
    const pause = page.getByRole('button', { name: /^Pause…/ })
    await pause.waitFor()
    assert.equal(await pause.getAttribute('aria-disabled'), 'true')
    assert.match((await pause.getAttribute('aria-description')) ?? '', /your role/)
    await page.keyboard.press('KeyP')
    assert.equal(await page.getByRole('dialog').count(), 0)
    await look(page, 'auditor')
    await page.context().close()

    const { page: clerk } = await deskOf('registrar')
    await clerk.goto(address)
    await clerk.getByRole('link', { name: 'บุคคล' }).waitFor()
    assert.equal(await clerk.getByRole('link', { name: 'ดูแลระบบ' }).count(), 0)
    await clerk.context().close()
  })
})
