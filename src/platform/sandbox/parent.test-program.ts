import { createSandbox } from './sandbox.ts'

// A parent to be killed: says its child's process id, then sets the child looping.
const sandbox = createSandbox<object, unknown>({
  module: new URL('./misbehaving.test-module.ts', import.meta.url),
  children: 1,
  deadline_ms: 600_000,
  memory_bytes_max: 300 * 2 ** 20,
})
const pid = await sandbox.run({ do: 'pid' })
const looping = sandbox.run({ do: 'loop' })
process.stdout.write(`${pid}\n`)
await looping
