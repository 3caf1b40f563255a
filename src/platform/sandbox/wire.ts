import type { RefusalKind } from '#kernel'

/** What a sandboxed module exports as `createAnswer`: its state lives in the closure it returns. */
export type Answer = (request: never) => Promise<unknown>

/** From parent to child: one request at a time. */
export type Asked = { request: unknown }

/** From child to parent. `rss` is the resident memory in bytes after the answer. */
export type Told =
  | { told: 'ready' }
  | { told: 'reply'; reply: unknown; rss: number }
  | { told: 'refusal'; kind: RefusalKind; facts: Readonly<Record<string, unknown>>; rss: number }
  | { told: 'fault'; code: string; message: string; rss: number }
  | { told: 'memory' }
  | { told: 'bug'; message: string }

/** The watch thread kills its process with this signal when the memory cap is passed. */
export const memorySignal = 'SIGUSR2'
