import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hoursAt, readHours } from './working-hours.ts'

/** A time of day in Bangkok. */
const at = (time: string) => new Date(`2020-03-12T${time}:00+07:00`)
const hour_ms = 3_600_000

test('a worker of the night works over midnight and rests by day', () => {
  const nights = readHours('19:00-06:30')
  assert.deepEqual(hoursAt(nights, at('18:00')), { open: false, changes_ms: hour_ms })
  assert.deepEqual(hoursAt(nights, at('19:00')), { open: true, changes_ms: 11.5 * hour_ms })
  assert.deepEqual(hoursAt(nights, at('00:30')), { open: true, changes_ms: 6 * hour_ms })
  assert.deepEqual(hoursAt(nights, at('06:30')), { open: false, changes_ms: 12.5 * hour_ms })
})

test('hours within one day open and close on it', () => {
  const noon = readHours('12:00-13:00')
  assert.equal(hoursAt(noon, at('11:59')).open, false)
  assert.deepEqual(hoursAt(noon, at('12:59')), { open: true, changes_ms: 60_000 })
  assert.equal(hoursAt(noon, at('13:00')).open, false)
})

test('without hours a worker never rests; hours that are none are refused', () => {
  assert.deepEqual(hoursAt(readHours(undefined), at('03:00')), { open: true, changes_ms: null })
  for (const wrong of ['19-6', '25:00-06:00', '24:30-06:00', '06:00-06:00', 'nights']) {
    assert.throws(() => readHours(wrong), { code: 'app.option_wrong' })
  }
})
