import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '#platform/postgres'
import type { Hand } from './hand.ts'

/** How soon every process notices that a queue was paused or goes on. */
export const pauseLimits = { look_every_ms: 1_000 }

/** Names of the queues from which no process takes a job now. */
export type Paused = () => Promise<readonly string[]>

/** Keeps the hands of this process to what is paused. */
export type Obedience = {
  /** Paused kinds of which this process takes nothing and has nothing in hand any more. */
  resting(): string[]
  stop(): Promise<void>
}

/**
 * Looks before any hand takes its first job, then every second. @throws what `paused` throws at the first
 * look: who cannot ask does not begin.
 */
export async function obeyPauses(
  hands: readonly Hand[],
  { paused, log }: { paused: Paused; log: Log },
): Promise<Obedience> {
  const ended = new AbortController()
  let names = new Set<string>()

  async function look(): Promise<void> {
    names = new Set(await paused())
    for (const hand of hands) hand.want(!names.has(hand.name))
  }

  async function watch(): Promise<void> {
    while (!ended.signal.aborted) {
      await delay(pauseLimits.look_every_ms, undefined, { signal: ended.signal })
      // While the database is away nothing can be taken either: the last word stands until it answers.
      await look().catch((error: unknown) =>
        log('whether queues are paused is not known', { reason: String(error) }),
      )
    }
  }

  // Who takes nothing has nothing to obey.
  if (hands.length > 0) await look()
  const watching = hands.length > 0 ? watch().catch(() => undefined) : undefined
  return {
    resting() {
      const kinds = Map.groupBy(hands, ({ name }) => name)
      return [...kinds]
        .filter(([name, own]) => names.has(name) && own.every((hand) => hand.rests()))
        .map(([name]) => name)
    },
    async stop() {
      ended.abort()
      await watching
      for (const hand of hands) hand.want(false)
    },
  }
}
