import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createEnginePool } from './engine-pool.ts'

test('an engine is lent to one reader at a time, and closed with the pool', async () => {
  let opened = 0
  let closed = 0
  const pool = createEnginePool(2, async () => {
    opened++
    return {
      name: 'silent',
      version: '1',
      recognise: async () => [],
      close: async () => {
        closed++
      },
    }
  })
  let inUse = 0
  let most = 0
  const readers = [1, 2, 3, 4, 5].map((reader) =>
    pool.lend(async () => {
      most = Math.max(most, ++inUse)
      await new Promise(setImmediate)
      inUse--
      if (reader === 2) throw new Error('this page failed')
    }),
  )
  const ends = await Promise.allSettled(readers)
  assert.equal(ends.filter(({ status }) => status === 'rejected').length, 1)
  assert.deepEqual([opened, most], [2, 2])
  await pool.close()
  assert.equal(closed, 2)
})
