import { assert } from '#kernel'
import { chooseEngine } from './engines/choose-engine.ts'
import type { Engine } from './engines/engine.ts'

/** Engines that are slow to start, lent to one reader at a time. */
export type EnginePool = {
  /** Waits for a free engine, and gives it back when `work` has ended. */
  lend<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** At most `size` engines, each opened when first needed. */
export function createEnginePool(
  size: number,
  open: () => Promise<Engine> = chooseEngine,
): EnginePool {
  assert(size >= 1, 'a pool has an engine')
  const idle: Engine[] = []
  const waiting: (() => void)[] = []
  let lent = 0
  let closed = false

  return {
    async lend(work) {
      assert(!closed, 'a closed pool lends nothing')
      if (lent === size) await new Promise<void>((resolve) => waiting.push(resolve))
      else lent++
      try {
        const engine = idle.pop() ?? (await open())
        try {
          return await work(engine)
        } finally {
          if (closed) await engine.close()
          else idle.push(engine)
        }
      } finally {
        // The place passes on to the next who waits, or becomes free.
        const next = waiting.shift()
        if (next) next()
        else lent--
      }
    },
    async close() {
      closed = true
      await Promise.all(idle.splice(0).map((engine) => engine.close()))
    },
  }
}
