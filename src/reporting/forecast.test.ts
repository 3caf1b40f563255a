import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecastOf, workingDay, workingDays } from './forecast.ts'
import { seeded } from './line-history.test-kit.ts'

const today = '2026-11-25' // A Wednesday.

test('an even line ends on the day that division says, with no range', () => {
  const forecast = forecastOf({ remaining: 100, daily: Array(20).fill(10), today })
  assert.deepEqual(
    [forecast?.earliest, forecast?.likely, forecast?.latest, forecast?.perDay],
    ['2026-12-09', '2026-12-09', '2026-12-09', 10],
  )
})

test('four times in five the real end lies in the range', () => {
  const random = seeded(11)
  // Between none and 40 files a day, with days on which the machine stands still.
  const aDay = () => (random() < 0.1 ? 0 : Math.floor(random() * random() * 60))
  const lines = 1_000
  let inside = 0
  for (let line = 0; line < lines; line += 1) {
    const daily = Array.from({ length: 20 }, aDay)
    const remaining = 300 + Math.floor(random() * 600)
    const forecast = forecastOf({ remaining, daily, today })
    let days = 0
    for (let left = remaining; left > 0; days += 1) left -= aDay()
    const end = workingDay(today, days)
    if (forecast && forecast.earliest <= end && end <= (forecast.latest ?? '9999-12-31'))
      inside += 1
  }
  assert.ok(inside >= lines * 0.74 && inside <= lines * 0.88, `${inside} of ${lines}`)
})

test('an uneven line says no last day rather than a wrong one', () => {
  const daily = [60, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  const forecast = forecastOf({ remaining: 2_000, daily, today })
  assert.equal(forecast?.latest, null)
  assert.ok(forecast && forecast.earliest < forecast.likely)
})

test('nothing is said when nothing remains, nothing moves, or too few days are known', () => {
  assert.equal(forecastOf({ remaining: 0, daily: [5, 5, 5, 5, 5], today }), null)
  assert.equal(forecastOf({ remaining: 9, daily: [0, 0, 0, 0, 0], today }), null)
  assert.equal(forecastOf({ remaining: 9, daily: [5, 5, 5, 5], today }), null)
})

test('working days pass over weekends', () => {
  assert.equal(workingDay(today, 0), '2026-11-25')
  assert.equal(workingDay(today, 3), '2026-11-30')
  assert.equal(workingDay('2026-11-28', 0), '2026-11-30')
  assert.deepEqual(workingDays('2026-11-27', '2026-12-02'), [
    '2026-11-27',
    '2026-11-30',
    '2026-12-01',
  ])
})
