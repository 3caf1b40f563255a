import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Scope } from '#kernel'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { SearchQuery } from './contract.ts'
import { find } from './find.ts'
import type { IndexedPage, PageLine, SearchGiven } from './given.ts'
import { correctPageKeys, movePageKeys } from './move-page-keys.ts'
import { refillPageKeys } from './refill.ts'
import { sealPages } from './seal-pages.ts'
import { indexPage } from './write-keys.ts'

const pages: { page: IndexedPage; lines: PageLine[] }[] = [
  aPage(1, '6000', [
    'คำขอขึ้นทะเบียนนายจ้าง',
    'บริษัท รุ่งอรุณการช่าง จํากัด',
    'เลขที่ ๑๒/๓ หมู่ ๔ ตำบลนครสวรรค์ตก',
  ]),
  aPage(2, '6000', [
    'หนังสือรับรองการจดทะเบียน',
    'ผู้มีอำนาจลงนาม นายสมปอง ตัวอย่าง',
    'ออกให้ ณ วันที่ 12 มีนาคม 2563',
  ]),
  aPage(3, '1100', ['หนังสือรับรองการจดทะเบียน', 'กรรมการ นางสาวพิมพ์ใจ สมมุติ', 'สำนักงานแห่งใหญ่ตั้งอยู่']),
]

let office: TestOffice
let given: SearchGiven

before(async () => {
  office = await testOffice({ projections: [] })
  given = {
    snapshot: office.powers.database.snapshot,
    employersAfter: async () => [],
    employersByAccount: async () => [],
    pagesAfter: async (_, after) =>
      pages.map(({ page }) => page).filter(({ pageId }) => pageId > after),
    linesOf: async ({ pageId }) => pages.find(({ page }) => page.pageId === pageId)?.lines ?? null,
    officeNames: async () =>
      new Map([
        ['6000', 'สำนักงานประกันสังคมจังหวัดนครสวรรค์'],
        ['1100', 'สำนักงานประกันสังคมจังหวัดสมุทรปราการ'],
      ]),
    documentTypes: async () => [{ code: 'form', titleTh: 'แบบ', formNo: 'สปส. 1-01' }],
    boxesOf: async () => null,
  }
  await refillPageKeys({ database: office.powers.database, search: given })
})

after(() => office[Symbol.asyncDispose]())

const ask = (q: string, more: Partial<SearchQuery> = {}, scope: Scope['offices'] = 'all') =>
  find(office.contextFor({}, scope), given, SearchQuery.parse({ q, ...more }))

test('fields narrow by type, office and year in Thai or English; what nobody knows is said', async () => {
  const asked = async (q: string) => {
    const { hints, pages: found } = await ask(q, { part: 'pages' })
    return { hints: hints.map(({ code }) => code), count: found.count }
  }
  const word = 'หนังสือรับรอง'
  assert.deepEqual(await asked(word), { hints: [], count: 2 })
  assert.deepEqual(await asked(`${word} office:6000`), { hints: [], count: 1 })
  assert.deepEqual(await asked(`สำนักงาน:นครสวรรค์ ${word} ปี:๒๕๖๓`), { hints: [], count: 1 })
  assert.deepEqual(await asked(`${word} year:2019`), { hints: [], count: 0 })
  assert.deepEqual(await asked(`แบบ:"สปส. 1-01" ${word} year:2020`), { hints: [], count: 2 })
  assert.deepEqual(await asked('แบบ:สปส.1-01'), { hints: [], count: pages.length })
  assert.deepEqual(await asked(`${word} office:ไม่มี`), { hints: ['unknown_office'], count: 2 })
  assert.deepEqual(await asked(`${word} year:12`), { hints: ['unknown_year'], count: 2 })
  assert.deepEqual((await asked(`${word} สี:แดง`)).hints, ['unknown_field'])
  assert.deepEqual((await asked('เวลา:10.30')).hints, [])
})

test('a field does not widen what a person may see', async () => {
  const { pages: seen } = await ask('หนังสือรับรอง office:1100', {}, ['6000'])
  assert.equal(seen.count + seen.similar, 0)
})

test('a phrase is found where its letters were misread, but not where other words stand', async () => {
  const found = async (q: string) => (await ask(q, { part: 'pages' })).pages.hits.length
  assert.equal(await found('"ผู้มีอำนาจลงนาม นายสมปอง"'), 1)
  assert.equal(await found('"ผู้มีอำบาจลงนาม นายสมปอง"'), 1)
  assert.equal(await found('"ผู้มีอำนาจลงนาม นายวิชัย"'), 0)
})

test('digits that the recogniser mixes up are found, behind pages with the digits as typed', async () => {
  const wrong = aPage(6, '6000', ['ทะเบียนพิเศษ 7184455'])
  const right = aPage(7, '6000', ['ทะเบียนพิเศษ 7189955'])
  for (const page of [wrong, right])
    await office.powers.database.transaction((tx) => indexPage(tx, page))
  const { pages: answer } = await ask('ทะเบียนพิเศษ 7189955', { part: 'pages' })
  const ids = answer.hits.map(({ pageId }) => pageId)
  assert.deepEqual(ids, [right.page.pageId, wrong.page.pageId])
})

test('sealed pages are found like fresh ones, and sealing again adds to the same volume', async () => {
  const { database } = office.powers
  const added = aPage(8, '6000', ['ใบสำคัญสีฟ้าอมเขียว'])
  await database.transaction((tx) => indexPage(tx, added))
  const before = await ask('ใบสำคัญสีฟ้าอมเขียว', { part: 'pages' })
  assert.ok((await database.transaction((tx) => sealPages(tx, 1))) >= 1)
  assert.equal(await database.transaction((tx) => sealPages(tx, 1)), 0)
  const after = await ask('ใบสำคัญสีฟ้าอมเขียว', { part: 'pages' })
  assert.deepEqual(after.pages.hits, before.pages.hits)
  assert.equal(after.pages.count, 1)
  assert.equal((await ask('หนังสือรับรองการจดทะเบียน', { part: 'pages' })).pages.count, 2)
  assert.equal((await ask('ใบสำคัญสีฟ้าอมเขียว', {}, ['1100'])).pages.count, 0)
  await database.transaction((tx) => indexPage(tx, { ...added, lines: pages[0]?.lines ?? [] }))
  assert.equal((await ask('ใบสำคัญสีฟ้าอมเขียว', { part: 'pages' })).pages.hits.length, 0)
})

test('a sealed page is found under the type, year and office that its document has by now, and not as before', async () => {
  const { database } = office.powers
  const page = aPage(9, '6000', ['หนังสือเตือนให้ชำระเงินสมทบ'])
  await database.transaction((tx) => indexPage(tx, page))
  assert.ok((await database.transaction((tx) => sealPages(tx, 1))) >= 1)
  const { documentId } = page.page
  const count = async (fields: string, scope: Scope['offices'] = 'all') =>
    (await ask(`หนังสือเตือนให้ชำระเงินสมทบ ${fields}`, { part: 'pages' }, scope)).pages.count
  assert.equal(await count('year:2020'), 1)

  const corrected = { documentId, type: 'letter', dated: { date: '1999-01-01' } }
  await database.transaction((tx) => correctPageKeys(tx, [corrected]))
  assert.deepEqual([await count('year:2020'), await count('year:1999')], [0, 1])
  assert.equal(await count('type:form'), 0)
  await database.transaction((tx) => sealPages(tx, 1))
  assert.deepEqual([await count('year:2020'), await count('year:1999')], [0, 1])

  await database.transaction((tx) => movePageKeys(tx, [{ documentId, officeId: '1100' }]))
  assert.deepEqual([await count('', ['6000']), await count('', ['1100'])], [0, 1])
})

function aPage(running: number, officeId: string, texts: readonly string[]) {
  const digit = String(running)
  const lines: PageLine[] = texts.map((text, at) => ({
    text,
    box: [0.1, 0.1 * (at + 1), 0.8, 0.03],
  }))
  const page: IndexedPage = {
    pageId: `00000000-0000-7000-8000-00000000000${digit}`,
    documentId: `00000000-0000-7000-8000-10000000000${digit}`,
    accountNo: '6000000000',
    branchNo: '000000',
    officeId,
    type: 'form',
    dated: { date: '2020-03-12' },
    ordinal: 1,
  }
  return { page, lines }
}
