import assert from 'node:assert/strict'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { listen } from '../../src/app/http/server.ts'
import { browserMissing, officePage, openBrowser } from '../kit/browser.ts'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  workingOffice,
} from '../kit/working-office.ts'

const pictures = process.env['FAEM_PICTURES']

test('a clerk signs in, finds a file by part of its name, opens a page and turns it, by keyboard', {
  skip: browserMissing('the main way on the screens'),
  timeout: 180_000,
}, async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 40)
  await importPapers(working, ['power-of-attorney', 'juristic-certificate'])
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
  }

  await page.goto(address)
  await page
    .getByRole('button', { name: /ทะเบียน/ })
    .first()
    .waitFor()
  await look('sign-in')
  await page
    .getByRole('button', { name: /ทะเบียน/ })
    .first()
    .click()

  const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first()
  await box.waitFor()
  await box.focus()
  await page.keyboard.type(sampleEmployer.nameTh.slice(0, 12))
  await page.getByText(sampleEmployer.nameTh).first().waitFor()
  await look('search')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/files/${sampleEmployer.accountNo}`))
  await page
    .getByRole('heading', { name: new RegExp(sampleEmployer.nameTh.slice(-5)) })
    .first()
    .waitFor()
  await page.getByText('หนังสือมอบอำนาจ').first().waitFor()
  await look('employer-file')
  await page.getByText('หนังสือมอบอำนาจ').first().dblclick()
  await page.waitForURL(/\/documents\//)
  await page.getByRole('img', { name: /หน้า 1/ }).first().waitFor()
  await page.keyboard.press('KeyT')
  await look('viewer')
  await page.keyboard.press('End')
  assert.match(page.url(), /\/documents\//)
  assert.deepEqual(complaints, [])
})
