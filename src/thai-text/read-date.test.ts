import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, dates, rowsOf } from './fixtures/rows.ts'
import { formatDate, readDate } from './index.ts'

const today = '2026-11-23'

/** Words of the table for a refusal. */
function whyNot(text: string): string {
  const read = readDate(text, today)
  if (read.read) return formatDate(read.date, read.precision, 'short')
  const offer = read.offers[0]
  if (read.reason === 'no-such-day') return `refused: that month has ${read.days} days`
  if (read.reason === 'no-such-month') return 'refused: no such month'
  if (read.reason === 'year-out-of-range') return 'refused: year out of 2440–2600'
  if (read.reason === 'common-era-year' && offer) {
    return `refused; offers ${Number(offer.date.slice(0, 4)) + 543} (ค.ศ.)`
  }
  return 'refused: not a date'
}

test('every example of a typed date is read and shown as the table says', () => {
  for (const row of rowsOf('dates', 31)) {
    const read = readDate(cell(row, 0), today)
    assert.equal(read.read ? read.iso : null, row[1], `${row[0]}`)
    assert.equal(whyNot(cell(row, 0)), row[2], `${row[0]}`)
  }
})
// Where dates.json and the rules of this module differ, the rules win (README.md, Dates).
const commonEraRefused = new Set([
  ...['12/3/2020', '12-03-2020', '12.3.2020', '12032020', '๑๒/๓/๒๐๒๐', '12 มีนาคม 2020'],
  ...['12 March 2020', '12 Mar 2020', '12 MAR 2020', '12-Mar-2020', 'March 12, 2020'],
  ...['Mar 12 2020', '12th March 2020', '3 Sep 2020', '3 Sept 2020'],
  ...['29/2/2020', '29/2/2000', '15/2/1940'],
])
const readOtherwise: Readonly<Record<string, { iso: string; assumed: string }>> = {
  '31/12/72': { iso: '1929-12-31', assumed: 'two-digit-year' },
  '15/2/2482': { iso: '1939-02-15', assumed: 'calendar-change' },
  '31/3/2480': { iso: '1937-03-31', assumed: 'calendar-change' },
  '15/2/2483': { iso: '1940-02-15', assumed: 'calendar-change' },
}

test('what people type into a date field means the date of the table, or nothing', () => {
  assert.equal(dates.pairs.length, 253)
  for (const pair of dates.pairs) {
    const { typed, iso } = pair
    const read = readDate(typed, today)
    const partial = 'partial' in pair ? pair.partial : null
    const assumed = 'assumed' in pair ? pair.assumed : ''
    if (commonEraRefused.has(typed)) {
      assert.ok(!read.read && read.reason === 'common-era-year', typed)
      assert.deepEqual([read.offers[0]?.iso], [iso], typed)
      continue
    }
    const expected = readOtherwise[typed] ?? { iso: iso ?? partial, assumed }
    assert.equal(read.read ? read.iso : null, expected.iso, typed)
    if (read.read) assert.equal(read.assumed.join(), expected.assumed, typed)
  }
})

test('every day of the range comes back from both ways of writing it, as Intl writes it', () => {
  const intl = new Intl.DateTimeFormat('th-TH', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  })
  let days = 0
  const last = Date.UTC(2057, 11, 31)
  for (let at = Date.UTC(1897, 0, 1); at <= last; at += 86_400_000) {
    const instant = new Date(at)
    const date = instant.toISOString().slice(0, 10)
    const shown = formatDate(date, 'day', 'short')
    const [year, month, day] = date.split('-').map(Number)
    const numeric = `${day}/${month}/${(year ?? 0) + 543}`
    if (shown !== intl.format(instant)) assert.equal(shown, intl.format(instant))
    for (const typed of [shown, numeric]) {
      const read = readDate(typed, today)
      if (!read.read || read.date !== date) assert.deepEqual(read, date, typed)
    }
    days++
  }
  assert.equal(days, 58_804)
})

test('a letter writes Thai digits and full months, a screen short ones', () => {
  assert.equal(formatDate('2020-03-12', 'day', 'short'), '12 มี.ค. 2563')
  assert.equal(formatDate('2020-03-12', 'day', 'letter'), '๑๒ มีนาคม ๒๕๖๓')
  assert.equal(formatDate('2020-03-12', 'day', 'long'), '12 มีนาคม 2563')
  assert.equal(formatDate('2020-03-01', 'month', 'short'), 'มี.ค. 2563')
  assert.equal(formatDate('2020', 'year', 'letter'), 'พ.ศ. ๒๕๖๓')
  assert.equal(formatDate('ไม่ทราบ', 'day', 'short'), 'ไม่ทราบ')
})

test('a two-digit year beside an English month offers both eras', () => {
  const read = readDate('12-Mar-20', today)
  assert.ok(!read.read && read.reason === 'year-unclear')
  assert.deepEqual(
    read.offers.map((offer) => offer.iso),
    ['1977-03-12', '2020-03-12'],
  )
})

test('a word that states the Common Era is believed, one that contradicts the year is not', () => {
  const read = readDate('12 ต.ค. ค.ศ. 2020', today)
  assert.ok(read.read && read.iso === '2020-10-12')
  const wrong = readDate('12 ต.ค. พ.ศ. 2020', today)
  assert.ok(!wrong.read && wrong.reason === 'era-contradicts')
})

test('an empty field is told apart from a text that is no date', () => {
  const empty = readDate(' \u00a0', today)
  const dash = readDate('-', today)
  assert.ok(!empty.read && empty.reason === 'empty')
  assert.ok(!dash.read && dash.reason === 'not-a-date')
})

test('eight digits that give no year when read day first are read year first', () => {
  const read = readDate('25101120', today)
  assert.ok(read.read && read.iso === '1967-11-20')
})

test('a month cut to fewer than three letters is no month', () => {
  const read = readDate('12 มี 2563', today)
  assert.ok(!read.read && read.reason === 'no-such-month')
})
