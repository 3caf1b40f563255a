import { z } from 'zod'
import { defineJob } from '#platform/jobs'
import type { SearchWork } from './given.ts'
import { refillEmployerKeys, refillPageKeys } from './refill.ts'
import { sealPages as sealSome } from './seal-pages.ts'

const nothing = z.object({})

/** Enqueued with `singletonKey: 'employers'`: two refills of the same keys would disturb each other. */
export const refillEmployers = defineJob<SearchWork, z.output<typeof nothing>>({
  name: 'search.refill-employers',
  payload: nothing,
  attempts_max: 5,
  timeout_ms: 2 * 3_600_000,
  async run(work, _payload, signal) {
    await refillEmployerKeys(work, signal)
  },
})

/** Enqueued with `singletonKey: 'pages'`. */
export const refillPages = defineJob<SearchWork, z.output<typeof nothing>>({
  name: 'search.refill-pages',
  payload: nothing,
  attempts_max: 5,
  timeout_ms: 24 * 3_600_000,
  async run(work, _payload, signal) {
    await refillPageKeys(work, signal)
  },
})

/** Puts pages read since the last time into lists, when they are many. Enqueued with `singletonKey: 'pages'`. */
export const sealPages = defineJob<SearchWork, z.output<typeof nothing>>({
  name: 'search.seal-pages',
  payload: nothing,
  attempts_max: 5,
  timeout_ms: 3_600_000,
  async run({ database }, _payload, signal) {
    for (let sealed = -1; sealed !== 0; ) {
      signal.throwIfAborted()
      sealed = await database.transaction((tx) => sealSome(tx))
    }
  },
})
