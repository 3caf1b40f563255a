import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ahead } from '#kernel'

async function* counting(to: number, began: number[], ended: { yes: boolean }) {
  try {
    for (let at = 1; at <= to; at++) {
      began.push(at)
      yield at
    }
  } finally {
    ended.yes = true
  }
}

test('the source is one value ahead of the reader, and no further', async () => {
  const began: number[] = []
  const seen: [number, number][] = []
  for await (const value of ahead(counting(3, began, { yes: false }))) {
    seen.push([value, began.length])
  }
  assert.deepEqual(seen, [
    [1, 2],
    [2, 3],
    [3, 3],
  ])
})

test('a reader who stops early ends the source', async () => {
  const ended = { yes: false }
  for await (const value of ahead(counting(3, [], ended))) if (value === 1) break
  assert.equal(ended.yes, true)
})

test('a failure of the source comes after the values before it', async () => {
  async function* failing() {
    yield 1
    throw new Error('the file ended')
  }
  const seen: number[] = []
  await assert.rejects(async () => {
    for await (const value of ahead(failing())) seen.push(value)
  }, /the file ended/)
  assert.deepEqual(seen, [1])
})
