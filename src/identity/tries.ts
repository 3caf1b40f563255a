import { type Clock, Refusal } from '#kernel'
import { refusals } from './refusals.ts'

export const limits = { tries_a_minute_max: 10, names_remembered_max: 10_000 }

export type Tries = {
  /** Counts a try. @throws Refusal `identity.too_many_tries` */
  count(name: string): void
}

/** Counts tries of the last minute by name, in the memory of this process. */
export function createTries(clock: Clock): Tries {
  const tries = new Map<string, number[]>()
  return {
    count(name) {
      const now = clock.now().getTime()
      const recent = (tries.get(name) ?? []).filter((at) => at > now - 60_000)
      if (recent.length >= limits.tries_a_minute_max) throw new Refusal(refusals.too_many_tries)
      tries.delete(name)
      tries.set(name, [...recent, now])
      // Invented names must not fill the memory: the name tried longest ago is forgotten.
      const [oldest] = tries.keys()
      if (tries.size > limits.names_remembered_max && oldest !== undefined) tries.delete(oldest)
    },
  }
}
