import { Worker } from 'node:worker_threads'
import { Fault, Refusal } from '#kernel'
import type { Answer, Asked, Told } from './wire.ts'

const [moduleHref = '', memoryBytes = '', parentPid = ''] = process.argv.slice(2)

process.on('disconnect', () => process.exit(0))
new Worker(new URL('./watch.ts', import.meta.url), {
  workerData: { memory_bytes_max: Number(memoryBytes), parentPid: Number(parentPid) },
  execArgv: [],
}).unref()

// The parent names the module; its shape is the contract of the sandbox.
const module = (await import(moduleHref)) as { createAnswer: () => Answer }
const answer = module.createAnswer()

process.on('message', (asked: Asked) => {
  void respond(asked.request).then((told) => process.send?.(told))
})
process.send?.({ told: 'ready' } satisfies Told)

async function respond(request: unknown): Promise<Told> {
  try {
    // What comes over the channel is what the front of the same module sent.
    const reply = await answer(request as never)
    return { told: 'reply', reply, rss: process.memoryUsage.rss() }
  } catch (thrown) {
    return confess(thrown)
  }
}

function confess(thrown: unknown): Told {
  const rss = process.memoryUsage.rss()
  if (thrown instanceof Refusal) {
    return { told: 'refusal', kind: thrown.kind, facts: thrown.facts, rss }
  }
  if (thrown instanceof Fault) {
    return { told: 'fault', code: thrown.code, message: thrown.message, rss }
  }
  if (isOutOfMemory(thrown)) return { told: 'memory' }
  return { told: 'bug', message: thrown instanceof Error ? `${thrown.stack}` : String(thrown) }
}

function isOutOfMemory(thrown: unknown): boolean {
  return thrown instanceof RangeError && /allocation failed|out of memory/i.test(thrown.message)
}
