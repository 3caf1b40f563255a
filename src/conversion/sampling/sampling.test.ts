import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeLetter, oneStepTighter, planForLetter, type Sampled } from './sampling-plan.ts'
import { afterLot, type LotResult, startingSwitching } from './switching.ts'

const written = (letter: string, aql: number, severity: Sampled) => {
  const { letter: used, size, acceptance } = planForLetter(letter, aql, severity)
  return `${used} ${size} ${acceptance}`
}

test('code letters are those of table 1, general levels I to III', () => {
  const lots = [2, 8, 9, 15, 16, 25, 26, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 500_001]
  const letters = (level: 'I' | 'II' | 'III') => lots.map((lot) => codeLetter(lot, level)).join('')
  assert.equal(letters('I'), 'AAAABBCCCDEFGHJN')
  assert.equal(letters('II'), 'AABBCCDDEFGHJKLQ')
  assert.equal(letters('III'), 'BBCCDDEEFGHJKLMR')
})

// Columns of the published tables, with the arrows followed.
const columns: [Sampled, number, string][] = [
  [
    'normal',
    1,
    'E 13 0,E 13 0,E 13 0,E 13 0,E 13 0,E 13 0,H 50 1,H 50 1,J 80 2,K 125 3,L 200 5,M 315 7,N 500 10,P 800 14,Q 1250 21,Q 1250 21',
  ],
  [
    'normal',
    10,
    'C 5 1,C 5 1,C 5 1,D 8 2,E 13 3,F 20 5,G 32 7,H 50 10,J 80 14,K 125 21,K 125 21,K 125 21,K 125 21,K 125 21,K 125 21,K 125 21',
  ],
  [
    'tightened',
    1,
    'F 20 0,F 20 0,F 20 0,F 20 0,F 20 0,F 20 0,J 80 1,J 80 1,J 80 1,K 125 2,L 200 3,M 315 5,N 500 8,P 800 12,Q 1250 18,Q 1250 18',
  ],
  [
    'tightened',
    6.5,
    'B 3 0,B 3 0,E 13 1,E 13 1,E 13 1,F 20 2,G 32 3,H 50 5,J 80 8,K 125 12,L 200 18,L 200 18,L 200 18,L 200 18,L 200 18,L 200 18',
  ],
  [
    'reduced',
    1,
    'E 5 0,E 5 0,E 5 0,E 5 0,E 5 0,E 5 0,J 32 1,J 32 1,J 32 1,K 50 2,L 80 3,M 125 5,N 200 6,P 315 8,Q 500 10,Q 500 10',
  ],
  [
    'reduced',
    0.65,
    'F 8 0,F 8 0,F 8 0,F 8 0,F 8 0,F 8 0,F 8 0,K 50 1,K 50 1,K 50 1,L 80 2,M 125 3,N 200 5,P 315 6,Q 500 8,R 800 10',
  ],
]
for (const [severity, aql, column] of columns) {
  test(`plans under ${severity} inspection at ${aql} are those of the standard`, () => {
    const plans = [...'ABCDEFGHJKLMNPQR'].map((letter) => written(letter, aql, severity))
    assert.equal(plans.join(), column)
  })
}

test('where an arrow leads off the table, the plan on its other side holds', () => {
  assert.equal(written('R', 0.015, 'normal'), 'P 800 0')
  assert.equal(written('R', 0.025, 'tightened'), 'S 3150 1')
  assert.equal(written('R', 0.025, 'reduced'), 'N 200 0')
  assert.equal(written('A', 10, 'reduced'), 'D 3 1')
  assert.equal(oneStepTighter(1), 0.65)
  assert.equal(oneStepTighter(0.01), null)
})

const good: LotResult = { accepted: true, acceptance: 0, acceptedTighter: true }
const bad: LotResult = { accepted: false, acceptance: 0, acceptedTighter: false }
const severityAfter = (lots: readonly LotResult[], reducedAllowed = true) =>
  lots.reduce((switching, lot) => afterLot(switching, lot, { reducedAllowed }), startingSwitching)
    .severity
const times = (count: number, lot: LotResult) => Array.from({ length: count }, () => lot)

test('two of five lots not accepted tighten the inspection; two of six do not', () => {
  assert.equal(severityAfter([bad, good, good, good, bad]), 'tightened')
  assert.equal(severityAfter([bad, good, good, good, good, bad]), 'normal')
  assert.equal(severityAfter([bad, bad]), 'tightened')
})

test('five lots accepted in a row end tightened inspection; five not accepted in all stop sampling', () => {
  assert.equal(severityAfter([bad, bad, ...times(4, good), bad, ...times(4, good)]), 'tightened')
  assert.equal(severityAfter([bad, bad, ...times(5, good)]), 'normal')
  const cycle = [good, bad]
  const five = [...cycle, ...cycle, ...cycle, ...cycle, ...cycle]
  assert.equal(severityAfter([bad, bad, ...five]), 'discontinued')
  assert.equal(severityAfter([bad, bad, ...five, ...times(4, good)]), 'discontinued')
  assert.equal(severityAfter([bad, bad, ...five, ...times(5, good)]), 'tightened')
})

test('a switching score of 30 reduces the inspection where the office allows it; one bad lot ends it', () => {
  assert.equal(severityAfter(times(14, good)), 'normal')
  assert.equal(severityAfter(times(15, good)), 'reduced')
  assert.equal(severityAfter(times(15, good), false), 'normal')
  assert.equal(severityAfter([...times(15, good), bad]), 'normal')
  const large = { accepted: true, acceptance: 3, acceptedTighter: true }
  assert.equal(severityAfter(times(10, large)), 'reduced')
  const barely = { ...large, acceptedTighter: false }
  assert.equal(severityAfter([...times(9, large), barely, large]), 'normal')
})
