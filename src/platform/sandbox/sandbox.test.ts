import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createSandbox } from './sandbox.ts'

const module = new URL('./misbehaving.test-module.ts', import.meta.url)
const memory_bytes_max = 300 * 2 ** 20
const patient = createSandbox<object, unknown>({
  module,
  children: 1,
  deadline_ms: 60_000,
  memory_bytes_max,
})
after(() => patient.close())

test('bytes go to the child and come back unchanged', async () => {
  const bytes = Buffer.from('ลูกจ้าง')
  assert.deepEqual(Buffer.from((await patient.run({ do: 'echo', bytes })) as Uint8Array), bytes)
})

test('a child is used again for the next request', async () => {
  assert.equal(await patient.run({ do: 'pid' }), await patient.run({ do: 'pid' }))
})

test('what the module refuses arrives as the same refusal with its facts', async () => {
  const expected = {
    code: 'platform.sandbox_busy',
    facts: { because: 'asked to' },
    name: 'Refusal',
  }
  await assert.rejects(patient.run({ do: 'refuse' }), expected)
})

test('a mistake of the module is a bug, and the next request gets a fresh child', async () => {
  const before = await patient.run({ do: 'pid' })
  await assert.rejects(patient.run({ do: 'throw' }), { name: 'Bug', message: /a mistake of ours/ })
  assert.notEqual(await patient.run({ do: 'pid' }), before)
})

test('a child that loops for ever is killed at the deadline, and the next request works', async () => {
  await using hasty = closing(
    createSandbox({ module, children: 1, deadline_ms: 300, memory_bytes_max }),
  )
  const pid = await hasty.run({ do: 'pid' })
  await assert.rejects(hasty.run({ do: 'loop' }), { code: 'platform.sandbox_deadline' })
  const nextPid = await hasty.run({ do: 'pid' })
  assert.notEqual(nextPid, pid)
})

for (const meal of ['eat-buffers', 'eat-heap', 'grab']) {
  test(`a child that takes too much memory (${meal}) is stopped, and the next works`, async () => {
    await assert.rejects(patient.run({ do: meal }), { code: 'platform.sandbox_memory' })
    assert.equal(typeof (await patient.run({ do: 'pid' })), 'number')
  })
}

test('a child that crashes is a fault with its last words, and the next request works', async () => {
  await assert.rejects(patient.run({ do: 'abort' }), {
    code: 'platform.sandbox_crashed',
    name: 'Fault',
  })
  assert.equal(typeof (await patient.run({ do: 'pid' })), 'number')
})

test('requests beyond the children wait their turn and are all answered', async () => {
  const asked = Array.from({ length: 20 }, (_, n) => ({ do: 'echo', bytes: Uint8Array.of(n) }))
  const replies = await Promise.all(asked.map((request) => patient.run(request)))
  assert.deepEqual(
    replies.map((reply) => (reply as Uint8Array)[0]),
    asked.map((_, n) => n),
  )
})

test('a caller who gives up gets the reason at once, whether waiting or served', async () => {
  const giveUp = new AbortController()
  const served = patient.run({ do: 'loop' }, giveUp.signal)
  const waiting = patient.run({ do: 'pid' }, giveUp.signal)
  giveUp.abort(new Error('the person left'))
  await assert.rejects(served, /the person left/)
  await assert.rejects(waiting, /the person left/)
  assert.equal(typeof (await patient.run({ do: 'pid' })), 'number')
})

test('a child writes no file and sees no secret of ours', async () => {
  process.env['SANDBOX_TEST_SECRET'] = 'x'
  const path = `/tmp/sandbox-test-${process.pid}`
  await assert.rejects(patient.run({ do: 'write', path }), {
    name: 'Bug',
    message: /has been restricted/,
  })
  assert.equal(existsSync(path), false)
  const names = (await patient.run({ do: 'environment' })) as string[]
  assert.equal(names.includes('SANDBOX_TEST_SECRET'), false)
  delete process.env['SANDBOX_TEST_SECRET']
})

test('a closed sandbox fails what waits and takes nothing more', async () => {
  const closed = createSandbox({ module, children: 1, deadline_ms: 60_000, memory_bytes_max })
  const served = closed.run({ do: 'loop' })
  const waiting = closed.run({ do: 'pid' })
  const fails = [served, waiting].map((run) =>
    assert.rejects(run, { code: 'platform.sandbox_closed' }),
  )
  await closed.close()
  await Promise.all(fails)
  await assert.rejects(closed.run({ do: 'pid' }), { code: 'platform.sandbox_closed' })
})

test('a child dies with a killed parent even while it loops', async () => {
  const parent = spawn(process.execPath, [
    fileURLToPath(new URL('./parent.test-program.ts', import.meta.url)),
  ])
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  const childPid = Number(line)
  assert.ok(isAlive(childPid))
  parent.kill('SIGKILL')
  await once(parent, 'close')
  // A grandchild sends no event when it ends, so we look until it is gone.
  while (isAlive(childPid)) await new Promise((look) => setImmediate(look))
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function closing<T extends { close(): Promise<void> }>(resource: T): T & AsyncDisposable {
  return Object.assign(resource, { [Symbol.asyncDispose]: () => resource.close() })
}
