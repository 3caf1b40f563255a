import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { knownDate, NO_DATE, partAt, readTyped, saidDate, shownDate, stepDate } from './be-date.ts'

const today = '2026-11-25'

function known(value: string) {
  const date = knownDate(value)
  assert.ok(date)
  return date
}

type Dates = { pairs: { typed: string; iso: string | null; partial?: string | null }[] }

test('every date that people type is taken as it is meant, offered, or kept with its cure', () => {
  const path = join(import.meta.dirname, '../../../src/thai-text/fixtures/dates.json')
  const { pairs }: Dates = JSON.parse(readFileSync(path, 'utf8'))
  assert.equal(pairs.length, 253)
  for (const { typed, iso, partial } of pairs) {
    const read = readTyped(typed, today, {})
    if (read.kind === 'refused') {
      const offered = read.offers.map((offer) => offer.iso)
      assert.ok(iso === null || iso === undefined || offered.includes(iso), typed)
    } else if (read.value !== '' && read.value !== NO_DATE) {
      const meant = iso ?? partial ?? ''
      // Years far ahead are of the century before; January to March before 2484 of the year after.
      const readOtherwise = ['31/12/72', '15/2/2482', '31/3/2480', '15/2/2483'].includes(typed)
      assert.ok(read.value === meant || readOtherwise, typed)
    }
  }
})

test('a two-digit year and an old new year are taken, and said to be looked at', () => {
  const short = readTyped('12/3/63', today, {})
  assert.deepEqual(short, { kind: 'value', value: '2020-03-12', doubts: ['beDate.twoDigits'] })
  const old = readTyped('15/2/2482', today, {})
  assert.ok(old.kind === 'value' && old.doubts.includes('beDate.oldYear'))
})

test('a year of the Common Era is refused with the date it may have meant', () => {
  const read = readTyped('12/3/2020', today, {})
  assert.ok(read.kind === 'refused')
  assert.deepEqual([read.word, read.offers[0]?.iso], ['date.common-era-year', '2020-03-12'])
})

test('a day that the month does not have is told with the days of that month', () => {
  const read = readTyped('29/2/2564', today, {})
  assert.ok(read.kind === 'refused')
  assert.equal(read.word, 'beDate.monthDays')
  assert.deepEqual(read.facts, { month: 'กุมภาพันธ์ 2564', days: '28' })
})

test('a field that needs the day does not take a month, and none takes a day after its latest', () => {
  const month = readTyped('มี.ค. 2563', today, { precision: 'day' })
  assert.equal(month.kind === 'refused' && month.word, 'beDate.needDay')
  assert.equal(readTyped('มี.ค. 2563', today, {}).kind, 'value')
  const late = readTyped('26/11/2569', today, { latest: today })
  assert.ok(late.kind === 'refused')
  assert.deepEqual(late.facts, { date: '25 พ.ย. 2569' })
  // A year of which only some days lie ahead may be meant.
  assert.equal(readTyped('2569', today, { latest: today }).kind, 'value')
})

test('a paper without a date is told apart from a field that nobody filled in', () => {
  assert.deepEqual(readTyped('ไม่ปรากฏวันที่', today, {}), {
    kind: 'value',
    value: NO_DATE,
    doubts: [],
  })
  assert.deepEqual(readTyped('  ', today, {}), { kind: 'value', value: '', doubts: [] })
  assert.equal(shownDate(NO_DATE, 'ไม่ปรากฏวันที่'), 'ไม่ปรากฏวันที่')
  assert.equal(shownDate('', 'ไม่ปรากฏวันที่'), '')
  assert.equal(knownDate(NO_DATE), null)
})

test('the reading is said with the day of the week', () => {
  assert.equal(saidDate(known('2020-03-12')), 'พฤหัสบดี 12 มีนาคม 2563')
  assert.equal(saidDate(known('2020-03')), 'มีนาคม 2563')
})

test('up and down change the part at the caret, and the day stays within its month', () => {
  const shown = '31 มี.ค. 2563'
  assert.equal(partAt(shown, 1, known('2020-03-31')), 'day')
  assert.equal(partAt(shown, 5, known('2020-03-31')), 'month')
  assert.equal(partAt(shown, shown.length, known('2020-03-31')), 'year')
  assert.equal(partAt('มี.ค. 2563', 2, known('2020-03')), 'month')
  assert.equal(stepDate(known('2020-03-31'), 'day', 1), '2020-04-01')
  assert.equal(stepDate(known('2020-03-31'), 'month', -1), '2020-02-29')
  assert.equal(stepDate(known('2020-02-29'), 'year', 1), '2021-02-28')
  assert.equal(stepDate(known('2020-03'), 'month', 1), '2020-04')
  assert.equal(stepDate(known('2020'), 'year', -1), '2019')
})
