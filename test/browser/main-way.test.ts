import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { listen } from '../../src/app/http/server.ts'
import { accessibilityFlaws, browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  workingOffice,
} from '../kit/working-office.ts'

/** Where to keep pictures of the screens for looking at; none are kept without it. */
const pictures = process.env['FAEM_PICTURES']

const skip = browserMissing('the main way on the screens')

test('a clerk signs in, finds a file by part of its name, opens a page and turns it, by keyboard', {
  skip,
  timeout: 180_000,
}, async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 40)
  await importPapers(working, ['power-of-attorney', 'sps-1-01'])
  await working.idle()
  const address = await listen(working.server, { host: '127.0.0.1', port: 0 })
  await using browser = await openBrowser()
  const { page, complaints } = await officePage(browser)
  const look = async (name: string) => {
    const picture = await page.screenshot()
    if (pictures) {
      await mkdir(pictures, { recursive: true })
      await writeFile(join(pictures, `${name}.png`), picture)
    }
    assert.deepEqual(await accessibilityFlaws(page), [], name)
  }

  await page.goto(address)
  const registrar = page.getByRole('button', { name: /ทะเบียน/ }).first()
  await registrar.waitFor()
  await look('sign-in')
  await registrar.press('Enter')

  const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
  await box.waitFor()
  await box.focus()
  await page.keyboard.type(sampleEmployer.nameTh.slice(0, 12))
  await page.getByText(sampleEmployer.nameTh).first().waitFor()
  await look('search')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/files/${sampleEmployer.accountNo}`))
  await page.getByText('หนังสือมอบอำนาจ').first().waitFor()
  await look('employer-file')
  // The second paper of the list is the two-page registration form.
  await page.keyboard.press('KeyJ')
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/documents\//)
  await page.getByText('1/2').first().waitFor({ timeout: 15_000 })
  await page.keyboard.press('ArrowRight')
  await page.waitForURL(/page=2/)
  await page.getByRole('img', { name: /หน้า 2/ }).first().waitFor({ timeout: 15_000 })
  await page.keyboard.press('ArrowLeft')
  await page.waitForURL((url) => url.searchParams.get('page') !== '2')
  await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('ประกันสังคม')
  await page.keyboard.press('Enter')
  await page
    .getByText(/พบ \d+ แห่ง/)
    .first()
    .waitFor()
  await look('viewer')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Digit2')
  await page.getByLabel('เอกสารที่เทียบ').waitFor()
  await page.getByRole('img', { name: /หน้า 2/ }).waitFor()
  await look('two-panes')
  await page.keyboard.press('KeyX')
  await page.waitForURL((url) => url.searchParams.get('page') === '2')
  assert.deepEqual(complaints, [])
})
