import type { RecordPowers } from '#record'
import type { Random } from '#sample-office'

const passes_max = 12
const restarts_max = 150

/**
 * What strikes a step: its transaction is aborted; the program ends between the commit file and COMMIT, and is
 * started again or not; all is done and nobody was told, so that the sender sends it twice.
 */
const mishaps = ['aborted', 'cut', 'power-cut', 'answer-lost'] as const

type Exposed = Pick<RecordPowers, 'database' | 'store' | 'react'>

class Struck extends Error {}

export type Weather = {
  /** Does a step that may be struck; it is then done again with the same ids, as its sender would. */
  through<T>(name: string, step: () => Promise<T>): Promise<T>
  /** The powers of an office through which lightning reaches it. */
  exposed(real: Pick<RecordPowers, 'database' | 'store'>): Exposed
  /** By step and mishap. */
  readonly strikes: ReadonlyMap<string, number>
}

type Sky = {
  random: Random
  /** How many steps of all are struck, 0–1. */
  rate: number
  /** The product's own start after its end. */
  restart(): Promise<unknown>
}

export function createWeather({ random, rate, restart }: Sky): Weather {
  const strikes = new Map<string, number>()
  let armed: 'aborted' | 'cut' | null = null
  let passes = 0
  let restarts = 0
  const strike = (point: 'aborted' | 'cut') => {
    if (armed !== point || passes-- > 0) return
    armed = null
    throw new Struck(`struck: ${point}`)
  }
  /** Each start looks at all that was written lately, so a long run cannot start again at every cut. */
  function startsAgain(): boolean {
    restarts++
    return restarts <= restarts_max || random.chance(restarts_max / restarts ** 2)
  }
  async function unlucky(step: () => Promise<unknown>, mishap: (typeof mishaps)[number]) {
    if (mishap !== 'answer-lost') armed = mishap === 'aborted' ? 'aborted' : 'cut'
    // A step of many transactions is struck at any of them.
    passes = random.chance(0.5) ? 0 : random.between(1, passes_max)
    try {
      await step()
    } catch (reason) {
      if (!(reason instanceof Struck)) throw reason
      if (mishap === 'power-cut' && startsAgain()) await restart()
    } finally {
      armed = null
    }
  }
  return {
    strikes,
    async through(name, step) {
      if (!random.chance(rate)) return await step()
      const mishap = random.pick(mishaps)
      const key = `${name} ${mishap}`
      strikes.set(key, (strikes.get(key) ?? 0) + 1)
      await unlucky(step, mishap)
      return await step()
    },
    exposed: ({ database, store }) => ({
      database: {
        ...database,
        transaction: (work, options) =>
          database.transaction(async (tx) => {
            const done = await work(tx)
            strike('aborted')
            return done
          }, options),
      },
      store: {
        ...store,
        async write(key, bytes) {
          await store.write(key, bytes)
          if (key.startsWith('commit/')) strike('cut')
        },
      },
      // Before the commit file is put, too.
      react: async () => {
        if (random.chance(0.5)) strike('aborted')
      },
    }),
  }
}
