import type { Database } from '#platform/postgres'

export const stateLimits = {
  /** So far jobs are counted one by one; beyond, the queue's own count of the last half minute is told. */
  counted_max: 10_000,
  pace_minutes: 10,
  /** Fewer are no pace. */
  pace_jobs_min: 3,
}

/** How a queue stands. */
export type QueueState = {
  name: string
  waiting: number
  running: number
  /** Parked: failed for good, and kept until somebody decides. */
  failed: number
  /** When the last of those failed. */
  lastFailed: Date | null
  /** In the last 24 hours. */
  done: number
  /** Since when the oldest of those next in line waits. */
  oldest: Date | null
  /** Of the last ten minutes; null when too few were done to tell. */
  perMinute: number | null
}

type Row = {
  name: string
  waiting: number
  oldest: Date | null
  running: number
  failed: number
  last_failed: Date | null
  done: number
  recent: number
  recent_since: Date | null
}

/** The states of these queues, in their order; one without a single job is told too. */
export async function queueStates(
  database: Database,
  names: readonly string[],
  { parkedQueue, now }: { parkedQueue: string; now: Date },
): Promise<QueueState[]> {
  const { counted_max, pace_minutes } = stateLimits
  const rows = await database.reader.execute<Row>(statement, [
    names,
    parkedQueue,
    counted_max,
    now,
    new Date(now.getTime() - pace_minutes * 60_000),
  ])
  return rows.map(({ recent, recent_since, last_failed, ...row }) => ({
    ...row,
    lastFailed: last_failed,
    perMinute: paceOf(recent, recent_since, now),
  }))
}

function paceOf(jobs: number, since: Date | null, now: Date): number | null {
  if (since === null || jobs < stateLimits.pace_jobs_min) return null
  const minutes = Math.max(1, (now.getTime() - since.getTime()) / 60_000)
  return Math.round((10 * jobs) / minutes) / 10
}

// Each count stops at $3, so that a backlog of millions costs no more than a thousand: then the figure of
// the library's monitor stands, which counts every half minute.
const statement = `
  select q.name, running.jobs as running, coalesce(parked.jobs, 0) as failed,
    parked.last as last_failed, waiting.oldest,
    case when waiting.jobs < $3 then waiting.jobs else greatest($3, q.queued_count) end as waiting,
    case when done.jobs < $3 then done.jobs else greatest($3, noted.day) end as done,
    case when recent.jobs < $3 then recent.jobs else greatest($3, noted.recent) end as recent,
    recent.since as recent_since
  from unnest($1::text[]) with ordinality as asked (name, place)
  join pgboss.queue q using (name)
  cross join lateral (
    select count(*) as jobs, min(created_on) as oldest from (
      select created_on from pgboss.job j
      where j.name = q.name and j.state < 'active' and not j.blocked
      order by j.priority desc, j.created_on limit $3
    ) line
  ) waiting
  cross join lateral (
    select count(*) as jobs from pgboss.job j where j.name = q.name and j.state = 'active'
  ) running
  cross join lateral (
    select count(*) as jobs from (
      select from pgboss.job j where j.name = q.name and j.state = 'completed'
        and j.completed_on > $4::timestamptz - interval '24 hours' limit $3
    ) ended
  ) done
  cross join lateral (
    select count(*) as jobs, min(completed_on) as since from (
      select completed_on from pgboss.job j
      where j.name = q.name and j.state = 'completed' and j.completed_on > $5 limit $3
    ) ended
  ) recent
  cross join lateral (
    select coalesce(sum(s.completed_delta), 0) as day,
      coalesce(sum(s.completed_delta) filter (where s.captured_on > $5), 0) as recent
    from pgboss.queue_stats s
    where s.name = q.name and s.captured_on > $4::timestamptz - interval '24 hours'
  ) noted
  left join (
    select source_name, count(*) as jobs, max(created_on) as last from pgboss.job
    where name = $2 and state < 'active' group by source_name
  ) parked on parked.source_name = q.name
  order by asked.place`
