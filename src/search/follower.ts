import type { Tx } from '#platform/postgres'
import type { Commit, Follower } from '#record'
import type { SearchGiven } from './given.ts'
import { replaceEmployers } from './write-keys.ts'

export const limits = { followed_lines_max: 5_000, followed_batch: 1_000, unplaced_max: 20_000 }

const imported = 'employers.imported/1'
const prefix = 'employer/'

/** Whether an act changed so many employers that a refill is cheaper than following it. */
export function needsRefill(commit: Pick<Commit, 'kind' | 'streams'>): boolean {
  if (commit.kind !== imported || Array.isArray(commit.streams)) return false
  return commit.streams.count > limits.followed_lines_max
}

/** Whether so many names have no place in the lists that searching them by index takes its time. */
export async function isRefillDue(tx: Tx, unplaced_max = limits.unplaced_max): Promise<boolean> {
  const [row] = await tx.execute<{ due: boolean }>(
    `select count(*) > $1 as due
     from (select from derived.employer_key where place is null limit $1 + 1) as unplaced`,
    [unplaced_max],
  )
  return row?.due ?? false
}

/**
 * Keeps the keys in step with a small import, in its own transaction and behind its projection; a
 * large one is left to `refillEmployers`, which the app enqueues with it.
 */
export function searchFollower(given: Pick<SearchGiven, 'employersByAccount'>): Follower {
  return {
    async [imported](commit, tx) {
      if (needsRefill(commit)) return
      let accounts: string[] = []
      const follow = async () => {
        if (accounts.length === 0) return
        await replaceEmployers(tx, accounts, await given.employersByAccount(tx, accounts))
        accounts = []
      }
      for await (const { stream } of commit.plan()) {
        if (stream.startsWith(prefix)) accounts.push(stream.slice(prefix.length))
        if (accounts.length >= limits.followed_batch) await follow()
      }
      await follow()
    },
  }
}
