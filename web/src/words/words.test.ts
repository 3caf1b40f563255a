import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en as firstEn } from './en.ts'
import { piecesOf, rangesInGroups } from './highlight.ts'
import { percentOf, saySize } from './numbers.ts'
import { operationsEn } from './operations-en.ts'
import { operationsTh } from './operations-th.ts'
import { sayProblem } from './problem-words.ts'
import { inBangkok, sayWhen } from './say-when.ts'
import { th as firstTh } from './th.ts'

const th = { ...firstTh, ...operationsTh }
const en = { ...firstEn, ...operationsEn }

const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('every word stands in both languages, with the same gaps to fill', () => {
  assert.deepEqual(Object.keys(en), Object.keys(th))
  for (const [key, thai] of Object.entries(th)) {
    const english = Object.entries(en).find(([name]) => name === key)?.[1] ?? ''
    assert.notEqual(thai.trim(), '', key)
    assert.deepEqual(gaps(english), gaps(thai), key)
  }
})

test('words that are fetched later are other words than those that are there from the start', () => {
  const first = new Set(Object.keys(firstTh))
  assert.deepEqual(
    Object.keys(operationsTh).filter((key) => first.has(key)),
    [],
  )
})

test('Thai words are Thai', () => {
  const foreign = new Set<string>(['app.language'])
  for (const [key, thai] of Object.entries(th)) {
    if (!foreign.has(key) && !key.endsWith('hitOf')) assert.match(thai, /[\u0E00-\u0E7F]|↓/, key)
  }
})

test('a refusal is told in the language asked for, with its facts', () => {
  const known = sayProblem({ code: 'record.stale', facts: {} }, 'th')
  assert.match(known.sentence, /ผู้อื่นแก้ไข/)
  assert.equal(known.known, true)
  assert.match(sayProblem({ code: 'record.stale', facts: {} }, 'en').sentence, /^Somebody/)
})

test('a code without words, even one named like an object key, gets the polite sentence', () => {
  for (const code of ['future.thing', 'constructor', '__proto__', 'toString']) {
    const { sentence, known } = sayProblem({ code, facts: {} }, 'th')
    assert.equal(known, false)
    assert.match(sentence, /โปรดลองอีกครั้ง/)
  }
})

test('marks cut a text without losing or doubling a letter, whatever the ranges', () => {
  const text = 'หจก. ศรีสุวรรณการช่าง'
  const joined = piecesOf(text, [
    [5, 14],
    [10, 99],
    [2, 1],
  ])
  assert.equal(joined.map((piece) => piece.text).join(''), text)
  assert.deepEqual(
    piecesOf(text, [[5, 14]]).map(({ text: part, hit }) => [part, hit]),
    [
      ['หจก. ', false],
      ['ศรีสุวรรณ', true],
      ['การช่าง', false],
    ],
  )
})

test('digits found in a number are marked in its grouped writing', () => {
  assert.deepEqual(rangesInGroups('60-1000412-8', [[0, 3]]), [[0, 4]])
  assert.deepEqual(rangesInGroups('60-1000412-8', [[9, 10]]), [[11, 12]])
  assert.deepEqual(rangesInGroups('60-1000412-8', [[9, 12]]), [])
})

test('a time is told as today, yesterday, then the Buddhist date, by the clock of Bangkok', () => {
  const say = (key: string, facts?: Readonly<Record<string, unknown>>) =>
    `${key} ${String(facts?.['time'])}`
  const now = new Date('2026-11-25T17:30:00Z')
  assert.deepEqual(inBangkok(now), { date: '2026-11-26', time: '00:30' })
  assert.equal(sayWhen('2026-11-25T17:05:00Z', now, say), 'when.today 00:05')
  assert.equal(sayWhen('2026-11-25T16:59:00Z', now, say), 'when.yesterday 23:59')
  assert.equal(sayWhen('2026-11-01T05:00:00Z', now, say), '1 พ.ย. 2569')
})

test('100 per cent is said only when all is done', () => {
  assert.equal(percentOf(999_999, 1_000_000), 99)
  assert.equal(percentOf(5, 5), 100)
  assert.equal(percentOf(0, 0), 0)
  assert.equal(saySize(1_843_221), '1.8 MB')
})
