import type { PgBoss } from 'pg-boss'

export const workerLimits = { heartbeat_ms: 10_000, listed_max: 2_000 }

/** A process that works, or worked, on jobs of this database. */
export type WorkerProcess = {
  /** The node's name, as it was started with. */
  node: string
  host: string
  pid: number
  startedAt: Date
  seenAt: Date
  /** Heard from within three heartbeats, and not ended. */
  alive: boolean
  /** Whether it said that it ends; one that did not was killed, or is cut off. */
  ended: boolean
  /** Jobs it had in hand when it was last heard of. */
  running: number
}

/** Processes that work on jobs, or did in the last days, the youngest first; who only enqueues is none. */
export async function workerProcesses(boss: PgBoss): Promise<WorkerProcess[]> {
  const instances = await boss.getInstances({ limit: workerLimits.listed_max })
  return instances.reverse().map(({ name, host, pid, ...of }) => ({
    node: name ?? host,
    host,
    pid,
    startedAt: of.startedOn,
    seenAt: of.heartbeatOn,
    alive: of.live,
    ended: of.stoppedOn !== null,
    running: of.workers.reduce((sum, { active }) => sum + active, 0),
  }))
}
