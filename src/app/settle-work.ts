import { setTimeout as delay } from 'node:timers/promises'
import { type OperationsTables, pausedQueues } from '#operations'
import type { Log } from '#platform/log'
import type { Configuration } from './configuration.ts'
import { type Office, openOffice } from './office.ts'
import { createProgressBar, type ProgressBar } from './progress-bar.ts'

const lookEvery_ms = 500

/** Works until nothing waits, with a bar. Stopped earlier, the rest waits for the next server or worker. */
export async function settleWork(
  configuration: Configuration,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<void> {
  const office = await openOffice(configuration, { log, workers: 'all' })
  try {
    await untilIdle(office, signal)
  } finally {
    await office.close()
  }
}

/** Waits until no job is waiting or running, but for queues that somebody has paused. */
export async function untilIdle(
  { jobs, database }: Pick<Office, 'jobs' | 'database'>,
  signal: AbortSignal,
  bar: ProgressBar = createProgressBar(process.stderr, Date.now),
): Promise<void> {
  let most = 0
  for (;;) {
    const paused = await pausedQueues(database.reader.tables<OperationsTables>())
    const waiting = (await jobs.queueDepth())
      .filter(({ name }) => !paused.includes(name))
      .reduce((sum, { waiting: queued, active }) => sum + queued + active, 0)
    if (waiting === 0 || signal.aborted) break
    most = Math.max(most, waiting)
    bar.show('working', most - waiting, most)
    await delay(lookEvery_ms)
  }
  bar.end()
}
