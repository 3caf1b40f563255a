import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachAtOnce, inParts, limits, planUpload } from './plan-upload.ts'

const file = (path: string, size = 10) => ({ name: path.split('/').at(-1) ?? '', path, size })

test('scans are sent in the order a person counts them', () => {
  const { send } = planUpload([file('a/scan10.tif'), file('a/scan2.tif'), file('a/scan1.tif')])
  assert.deepEqual(
    send.map(({ name }) => name),
    ['scan1.tif', 'scan2.tif', 'scan10.tif'],
  )
})

test('empty files and those of the system are left out, too large ones are named', () => {
  const plan = planUpload([
    file('a/Thumbs.db'),
    file('a/._x.tif'),
    file('empty.tif', 0),
    file('huge.tif', limits.scan_bytes_max + 1),
    file('just.tif', limits.scan_bytes_max),
  ])
  assert.equal(plan.skipped, 3)
  assert.deepEqual(
    plan.tooLarge.map(({ name }) => name),
    ['huge.tif'],
  )
  assert.deepEqual(
    plan.send.map(({ name }) => name),
    ['just.tif'],
  )
})

test('no more than three are on their way at once, and every one is sent once', async () => {
  let now = 0
  let most = 0
  const seen: number[] = []
  await eachAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    now += 1
    most = Math.max(most, now)
    seen.push(item)
    await Promise.resolve()
    now -= 1
  })
  assert.equal(most, 3)
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7])
})

test('after a failure nothing new is begun', async () => {
  const begun: number[] = []
  const sending = eachAtOnce([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item)
    await Promise.resolve()
    if (item === 1) throw new Error('line cut')
  })
  await assert.rejects(sending, /line cut/)
  assert.ok(begun.length < 6)
})

test('parts hold everything in order', () => {
  assert.deepEqual(inParts([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]])
})
