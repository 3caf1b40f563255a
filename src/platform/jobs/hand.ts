import type { PgBoss } from 'pg-boss'
import type { Job } from './definition.ts'
import { type Runner, runJob } from './run-job.ts'

/** Takes one job at a time of one kind, while it is wanted. */
export type Hand = {
  readonly name: string
  /** Begins or ceases to take jobs; one that is in hand is finished first. */
  want(wanted: boolean): void
  /** Whether it takes nothing and has nothing in hand. */
  rests(): boolean
}

/** As many hands as this process may use at a time for `job`; none takes anything yet. */
export function handsFor<Context>(
  boss: PgBoss,
  job: Job<Context, unknown>,
  runner: Runner<Context>,
): Hand[] {
  return Array.from({ length: job.concurrency ?? 1 }, () => oneHand(boss, job, runner))
}

/**
 * Each hand is a worker of its own, so that after a pause it takes again when its own job has ended: were
 * all of a kind begun anew at once, those still at work would make them more than `concurrency`.
 */
function oneHand<Context>(boss: PgBoss, job: Job<Context, unknown>, runner: Runner<Context>): Hand {
  let wanted = false
  let worker: string | null = null
  let turn = Promise.resolve()

  async function settle(): Promise<void> {
    if (wanted && worker === null) worker = await take(boss, job, runner)
    else if (!wanted && worker !== null) {
      await boss.offWork(job.name, { id: worker, wait: true })
      worker = null
    }
  }

  return {
    name: job.name,
    want(now) {
      if (now === wanted) return
      wanted = now
      turn = turn.then(settle).catch((error: unknown) => {
        runner.log('a hand could not change over', { name: job.name, reason: String(error) })
      })
    },
    rests: () => !wanted && worker === null,
  }
}

async function take<Context>(
  boss: PgBoss,
  job: Job<Context, unknown>,
  runner: Runner<Context>,
): Promise<string> {
  const options = { pollingIntervalSeconds: 0.5, batchSize: 1, perJobResults: true } as const
  return await boss.work<unknown, object, typeof options>(job.name, options, (batch) =>
    Promise.all(batch.map((fetched) => runJob(job, fetched, runner))),
  )
}
