import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fill, givenFor, linesOn } from '../../bench/search-pages/fill.ts'
import { askFaem, measureClass, measurePhrases } from '../../bench/search-pages/measure.ts'
import { pageSource } from '../../bench/search-pages/page-texts.ts'
import { pageQueryClasses } from '../../bench/search-pages/queries.ts'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { findPages } from './find-pages.ts'
import type { SearchGiven } from './given.ts'
import { readPageWords } from './read-query.ts'
import { similarPages } from './similar-pages.ts'
import { indexPage } from './write-keys.ts'

// Small: what is held here is that pages are found, not how fast. bench/search-pages.ts measures both.
const count = 1_000
const source = pageSource('gate')
let office: TestOffice
let given: SearchGiven

before(async () => {
  office = await testOffice({ projections: [] })
  given = givenFor(office.powers.database, source, count)
  await fill(office.powers.database, given)
})

after(() => office[Symbol.asyncDispose]())

const contextFor = (offices: readonly string[] | 'all') => office.contextFor({}, offices)
const least: Readonly<Record<string, number>> = { address: 80, '13 digits': 80, 'seven words': 80 }

for (const each of pageQueryClasses) {
  test(`a misread page is found by: ${each.name}`, async () => {
    const ask = askFaem(contextFor, given, 'nation')
    const { foundIn10 } = await measureClass(each, { source, count, queries: 20 }, ask)
    assert.ok(foundIn10 >= (least[each.name] ?? 92), `${foundIn10} %`)
  })
}

test('a phrase is found on clean and on misread pages, and hardly anything else is', async () => {
  const ask = askFaem(contextFor, given, 'nation')
  const [clean, misread] = await measurePhrases({ source, count, queries: 20 }, ask)
  assert.equal(clean?.recall, 1)
  assert.ok((misread?.recall ?? 0) >= 0.9, `${misread?.recall}`)
  assert.ok((misread?.precision ?? 0) >= 0.9, `${misread?.precision}`)
})

test('a copy of a page is its near-duplicate, within the offices of the person alone', async () => {
  const original = source(5)
  const copy = { ...given, pageId: '00000000-0000-7000-8000-999999999999' }
  await office.powers.database.transaction((tx) =>
    indexPage(tx, {
      page: {
        pageId: copy.pageId,
        documentId: copy.pageId,
        accountNo: original.employer.accountNo,
        branchNo: '000000',
        officeId: original.employer.office,
        type: original.type,
        dated: null,
        ordinal: 1,
      },
      lines: linesOn(original.read),
    }),
  )
  const { pages } = await similarPages(contextFor('all'), original.pageId)
  assert.deepEqual(
    [pages[0]?.pageId, pages[0]?.share, pages[0]?.nearDuplicate],
    [copy.pageId, 1, true],
  )
  await assert.rejects(similarPages(contextFor(['9999']), original.pageId), {
    code: 'search.page_unknown',
  })
})

test('no search of pages without a scope: it does not compile', () => {
  const words = readPageWords('คำ')
  const deadline = { left_ms: () => 0 }
  // @ts-expect-error: only decide() makes a Scope
  const withoutScope = () => findPages({ given, deadline, query: {} }, words)
  // @ts-expect-error: offices alone are no Scope
  const madeUp = () => findPages({ given, deadline, query: {}, scope: { offices: 'all' } }, words)
  assert.deepEqual([typeof withoutScope, typeof madeUp], ['function', 'function'])
})
