import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Burst, burstWith, isEnd, type Label, labelOf, mayBecomeLabel } from './wedge.ts'

type Press = { code: string; shift: boolean }

/** The keys that a scanner set to an American keyboard presses for a text. */
function pressesOf(text: string): Press[] {
  return Array.from(text, (sign): Press => {
    if (/[0-9]/.test(sign)) return { code: `Digit${sign}`, shift: false }
    if (sign === ':') return { code: 'Semicolon', shift: true }
    if (sign === '-') return { code: 'Minus', shift: false }
    if (sign === ' ') return { code: 'Space', shift: false }
    return { code: `Key${sign.toUpperCase()}`, shift: /[A-Z]/.test(sign) }
  })
}

/** Presses with the given times between them, one less than there are keys. */
function read(presses: readonly Press[], gaps: readonly number[], end = 'Enter'): Label | null {
  let burst: Burst | null = null
  let at = 1_000
  let found: Label | null = null
  const keys = [...presses, { code: end, shift: false }]
  for (const [turn, press] of keys.entries()) {
    at += turn === 0 ? 0 : (gaps[turn - 1] ?? 0)
    const key = { ...press, at }
    if (isEnd(key.code)) found = labelOf(burst, key)
    burst = burstWith(burst, key)
  }
  return found
}

const label = 'faem1:6010004128:000000:-:-'
const known = { accountNo: '6010004128', branchNo: '000000' }
const steady = (gap: number, count: number) => Array.from({ length: count }, () => gap)

// Times between keys as they come from the devices: a USB poll of 1, 8 or 16 ms, one key in two polls,
// a radio base that sends in clumps, and a serial wedge at 9600 baud that stutters.
const scanners: Readonly<Record<string, (turn: number) => number>> = {
  'usb 1 ms': () => 2,
  'usb 8 ms': () => 16,
  'usb 16 ms': (turn) => (turn % 2 === 0 ? 16 : 32),
  'radio clumps': (turn) => (turn % 6 === 0 ? 46 : 1),
  'serial stutter': (turn) => [4, 4, 21, 4, 38][turn % 5] ?? 4,
}

for (const [name, gapAt] of Object.entries(scanners)) {
  test(`a label read by a scanner (${name}) is known by its physical keys alone`, () => {
    const gaps = Array.from({ length: label.length }, (_, turn) => gapAt(turn))
    assert.deepEqual(read(pressesOf(label), gaps), known)
    assert.deepEqual(read(pressesOf(label), gaps, 'Tab'), known)
  })
}

test('a bar code of the account number is a label too, with or without its branch', () => {
  assert.deepEqual(read(pressesOf('6010004128'), steady(8, 10)), known)
  assert.deepEqual(read(pressesOf('60-1000412-8'), steady(8, 12)), known)
  const branch = read(pressesOf('6010004128000012'), steady(8, 16))
  assert.deepEqual(branch, { accountNo: '6010004128', branchNo: '000012' })
  const numpad = Array.from('6010004128', (digit) => ({ code: `Numpad${digit}`, shift: false }))
  assert.deepEqual(read(numpad, steady(8, 10), 'NumpadEnter'), known)
})

test('whatever hands type, however they type it, is no label', () => {
  // The fastest typists keep 80 ms on average; rolling over two keys gives single short gaps.
  const hand = fc.array(
    fc.oneof(fc.integer({ min: 62, max: 400 }), fc.integer({ min: 15, max: 45 })),
    {
      minLength: label.length,
      maxLength: label.length,
    },
  )
  fc.assert(
    fc.property(hand, fc.constantFrom(label, '6010004128'), (gaps, text) => {
      const used = gaps.slice(0, text.length)
      fc.pre(used.some((gap) => gap > 50))
      assert.equal(read(pressesOf(text), used), null)
    }),
  )
  assert.equal(read(pressesOf('6010004128'), steady(80, 10)), null)
})

test('a scan is known after words that somebody was typing', () => {
  const words = pressesOf('abc')
  const presses = [...words, ...pressesOf(label)]
  const gaps = [120, 140, 90, ...steady(8, label.length)]
  assert.deepEqual(read(presses, gaps), known)
})

test('a fast text that is no label of ours stays typing', () => {
  for (const text of [
    'https',
    '8850999320017',
    'faem2:6010004128:000000:-:-',
    'faem1:6010004128',
  ]) {
    assert.equal(read(pressesOf(text), steady(5, text.length)), null, text)
  }
})

test('a scan whose Enter is late, or that stood still on its way, is no label', () => {
  assert.equal(read(pressesOf(label), [...steady(8, label.length - 1), 300]), null)
  const gaps = steady(8, label.length)
  gaps[12] = 200
  assert.equal(read(pressesOf(label), gaps), null)
})

test('only keys with which a label may begin are kept back', () => {
  for (const text of ['f', 'fa', 'faem1:', 'faem1:60100', '6', '60-1']) {
    assert.equal(mayBecomeLabel(text), true, text)
  }
  for (const text of ['a', 'j', 'fj', 'g', 'faem2', '']) {
    assert.equal(mayBecomeLabel(text), text === '', text)
  }
})
