import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bottleneckOf } from './bottleneck.ts'
import { type Station, stations } from './contract.ts'
import { type LinePlan, lineHistory, seeded } from './line-history.test-kit.ts'

/** A line in which one station manages a fifth to a half less than the others. */
function aPlan(seed: number): { plan: LinePlan; slow: Station } {
  const random = seeded(seed)
  const slow = stations[Math.floor(random() * stations.length)] ?? 'scan'
  const base = 6 + random() * 24
  const station = (name: Station) => {
    const people = 1 + Math.floor(random() * 3)
    const slower = name === slow ? 1.25 + random() * 0.75 : 1
    return { people, minutes: base * people * slower }
  }
  const sessions = slow !== 'certify' && random() < 0.5
  const certify = station('certify')
  return {
    slow,
    plan: {
      seed,
      days: 20,
      scan: station('scan'),
      check: station('check'),
      // In two sessions of three hours together the same people manage as much as others in eight.
      certify: sessions ? { ...certify, minutes: certify.minutes * 0.3 } : certify,
      returned: random() * 0.08,
      sessions,
    },
  }
}

test('the slow station is named on at least 95 of 100 lines made up from seeds', () => {
  const lines = 300
  const wrong: string[] = []
  for (let seed = 1; seed <= lines; seed += 1) {
    const { plan, slow } = aPlan(seed)
    const found = bottleneckOf(lineHistory(plan))
    if (found?.station !== slow) wrong.push(`${seed}: ${slow}, named ${found?.station}`)
  }
  assert.ok(
    wrong.length <= lines * 0.05,
    `${wrong.length} of ${lines}: ${wrong.slice(0, 12).join('; ')}`,
  )
})

test('nothing is named while too little has happened', () => {
  const { plan } = aPlan(1)
  assert.equal(bottleneckOf([]), null)
  assert.equal(bottleneckOf(lineHistory({ ...plan, days: 3 })), null)
})

test('a station is told by how often the later ones ran dry', () => {
  const fast = { people: 1, minutes: 5 }
  const plan = { seed: 7, days: 15, returned: 0, sessions: false }
  const slowCheck = lineHistory({
    ...plan,
    scan: fast,
    check: { people: 1, minutes: 20 },
    certify: fast,
  })
  const found = bottleneckOf(slowCheck)
  assert.equal(found?.station, 'check')
  assert.equal(found?.dryDays.check, 0)
  assert.equal(found?.dryDays.certify, 1)
})
