import { assert, Fault, Refusal } from '#kernel'
import { type Child, createChild } from './child-handle.ts'
import { limits } from './limits.ts'
import { refusals } from './refusals.ts'

export type SandboxOptions = {
  /** A module that exports `createAnswer(): (request) => Promise<reply>`. */
  module: URL
  /** How many child processes at most; each starts when first needed. */
  children: number
  /** Time for one answer, counted from when a child takes the request, not from the queue. */
  deadline_ms: number
  /** Resident memory of one child. */
  memory_bytes_max: number
}

export type Sandbox<Request, Reply> = {
  /**
   * Answers in a child. Throws what the module refuses, `platform.sandbox_deadline` or
   * `_memory` (Refusal), `platform.sandbox_crashed` (Fault), or the reason of `signal`.
   */
  run(request: Request, signal?: AbortSignal): Promise<Reply>
  /** Ends the children; requests still waiting fail. */
  close(): Promise<void>
}

type Waiting = {
  request: unknown
  signal: AbortSignal | undefined
  resolve: (reply: unknown) => void
  reject: (reason: unknown) => void
}

/** A pool of recycled child processes that read what strangers sent. */
export function createSandbox<Request, Reply>(options: SandboxOptions): Sandbox<Request, Reply> {
  assert(options.children > 0, 'a sandbox has a child')
  const queue: Waiting[] = []
  const idle: Child[] = []
  const busy = new Set<Child>()
  let closed = false

  function next(): void {
    while (queue.length > 0 && (idle.length > 0 || busy.size < options.children)) {
      const waiting = queue.shift()
      // The child used last comes first: it may still hold the same document open.
      if (waiting && !waiting.signal?.aborted)
        void serve(waiting, idle.pop() ?? createChild(options))
    }
  }

  async function serve({ request, signal, resolve, reject }: Waiting, child: Child): Promise<void> {
    busy.add(child)
    try {
      resolve(await child.ask(request, signal))
    } catch (thrown) {
      reject(thrown)
    }
    busy.delete(child)
    if (child.isTired() || closed) child.kill()
    else idle.push(child)
    next()
  }

  function enqueue(request: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    if (closed) return Promise.reject(new Fault('platform.sandbox_closed', 'The sandbox is closed'))
    if (queue.length >= limits.waiting_max)
      return Promise.reject(new Refusal(refusals.sandbox_busy))
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    if (signal?.aborted) reject(signal.reason)
    else {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      queue.push({ request, signal, resolve, reject })
      next()
    }
    return promise
  }

  return {
    // The module named in the options answers requests of this type; both ends are one author's.
    run: (request, signal) => enqueue(request, signal) as Promise<Reply>,
    async close() {
      closed = true
      const fault = new Fault('platform.sandbox_closed', 'The sandbox is closed')
      for (const waiting of queue.splice(0)) waiting.reject(fault)
      const children = [...idle.splice(0), ...busy]
      for (const child of children) child.kill()
      await Promise.all(children.map((child) => child.gone))
    },
  }
}
