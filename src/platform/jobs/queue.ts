import { PgBoss, type Queue } from 'pg-boss'
import { Refusal } from '#kernel'
import type { Database, Log } from '#platform/postgres'
import { type Job, jobLimits } from './definition.ts'
import { parkedQueue } from './parked.ts'
import { refusals } from './refusals.ts'
import { workerLimits } from './workers.ts'

const day_s = 24 * 3_600
/** Nothing waiting may vanish: the library's own limit is 14 days, parked jobs included. */
const kept_s = 3_650 * day_s

/**
 * pg-boss on the same database; it makes and migrates its own schema `pgboss` at start. `worker` names a
 * process that will take jobs, which from now on says that it is alive.
 */
export async function startQueue<Context>(
  database: Database,
  definitions: readonly Job<Context, unknown>[],
  { log, worker }: { log: Log; worker: string | null },
): Promise<PgBoss> {
  const { settings } = database
  const boss = new PgBoss({
    ...(typeof settings === 'string' ? { connectionString: settings } : settings),
    application_name: `faem-${process.pid}`,
    max: 4,
    schedule: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    persistQueueStats: true,
    queueStatRetentionDays: 2,
    instanceHeartbeatSeconds: workerLimits.heartbeat_ms / 1_000,
    ...(worker === null ? { registerInstance: false } : { instanceName: worker }),
  })
  boss.on('error', (error) => log('the job queue met an error', { reason: error.message }))
  boss.on('warning', ({ message }) => log('the job queue warns', { reason: message }))
  await boss.start()
  try {
    await declareQueues(boss, definitions)
    await refuseOrphans(database, definitions)
    return boss
  } catch (error) {
    await boss.stop({ graceful: false })
    throw error
  }
}

async function declareQueues<Context>(
  boss: PgBoss,
  definitions: readonly Job<Context, unknown>[],
): Promise<void> {
  await boss.createQueue(parkedQueue, { retentionSeconds: kept_s, deleteAfterSeconds: 7 * day_s })
  for (const definition of definitions) {
    await boss.createQueue(definition.name, queueOptions(definition))
    // The same again for a queue made by an earlier release with other limits.
    await boss.updateQueue(definition.name, queueOptions(definition))
  }
}

function queueOptions<Context>(job: Job<Context, unknown>): Omit<Queue, 'name'> {
  const delay_ms = job.retry_delay_ms ?? jobLimits.retry_delay_ms
  return {
    retryLimit: job.attempts_max - 1,
    retryDelay: Math.ceil(delay_ms / 1_000),
    ...(delay_ms > 0
      ? { retryBackoff: true, retryDelayMax: jobLimits.retry_delay_ms_max / 1_000 }
      : { retryBackoff: false }),
    expireInSeconds: Math.ceil(job.timeout_ms / 1_000),
    // A worker that was killed says nothing: its jobs are taken back when it has been silent so long.
    heartbeatSeconds: 30,
    retentionSeconds: kept_s,
    deleteAfterSeconds: day_s,
    deadLetter: parkedQueue,
  }
}

export function refuseTwins<Context>(definitions: readonly Job<Context, unknown>[]): void {
  const names = definitions.map(({ name }) => name)
  const twin = names.find((name, index) => names.indexOf(name) !== index)
  if (twin) throw new Refusal(refusals.job_defined_twice, { name: twin })
}

async function refuseOrphans<Context>(
  database: Database,
  definitions: readonly Job<Context, unknown>[],
): Promise<void> {
  const names = definitions.map(({ name }) => name)
  const orphans = (await queueDepth(database)).filter(({ name }) => !names.includes(name))
  if (orphans.length > 0)
    throw new Refusal(refusals.job_without_handler, { names: orphans.map(({ name }) => name) })
}

export type QueueDepth = { name: string; waiting: number; active: number }

/** How much of each kind is still to be done; kinds without any are left out. */
export async function queueDepth(database: Database): Promise<QueueDepth[]> {
  return await database.reader.execute<QueueDepth>(
    `select name, count(*) filter (where state <> 'active') as waiting,
       count(*) filter (where state = 'active') as active
     from pgboss.job
     where state in ('created', 'retry', 'active') and name <> $1 and name not like '\\_\\_pgboss%'
     group by name order by name`,
    [parkedQueue],
  )
}
