import type { PgBoss } from 'pg-boss'
import type { Database, Tx } from '#platform/postgres'
import { sessionOf } from './session.ts'

/** Where jobs come to rest that failed for good, with their payload and the last failure. */
export const parkedQueue = 'parked'

export const parkedLimits = { page_size_max: 200, moved_max: 1_000 }

/** A job in `parked`; `reason` and `code` are of the last attempt. */
export type ParkedJob = {
  id: string
  name: string
  payload: unknown
  reason: string
  code: string | null
  attempts: number
  parkedAt: Date
}

export type ParkedPage = {
  /** Only of this kind; of all unless named. */
  name?: string
  /** The last of the page before. */
  after?: string
  limit?: number
}

type Row = {
  id: string
  source_name: string
  data: unknown
  output: { message?: unknown; code?: unknown } | null
  tries: number
  created_on: Date
}

/** Oldest first. */
export async function parkedJobs(
  database: Database,
  { name, after, limit = parkedLimits.page_size_max }: ParkedPage = {},
): Promise<ParkedJob[]> {
  const rows = await database.reader.execute<Row>(
    `select ${columns} from pgboss.job
     where name = $1 and state < 'active' and ($2::text is null or source_name = $2)
       and ($3::uuid is null or (created_on, id) >
         (select last.created_on, last.id from pgboss.job last where last.name = $1 and last.id = $3))
     order by created_on, id limit $4`,
    [parkedQueue, name ?? null, after ?? null, limit],
  )
  return rows.map(parkedJobOf)
}

const columns = `id, source_name, data, source_output as output,
  coalesce(source_retry_count, 0) + 1 as tries, created_on`

function parkedJobOf({ id, source_name, data, output, tries, created_on }: Row): ParkedJob {
  return {
    id,
    name: source_name,
    payload: data,
    reason: String(output?.message ?? ''),
    code: output?.code === undefined ? null : String(output.code),
    attempts: tries,
    parkedAt: created_on,
  }
}

/** All of one kind, or the one of this id. */
export type ParkedChoice = { name: string; id?: string }

/** Sends parked jobs back to their queues with all their attempts; returns how many. */
export async function retryParked(
  boss: PgBoss,
  tx: Tx,
  { name, id }: ParkedChoice,
): Promise<number> {
  const wanted = { sourceName: name, ...(id === undefined ? {} : { ids: [id] }) }
  const db = sessionOf(tx)
  let moved = 0
  for (;;) {
    const some = await boss.redrive(parkedQueue, { ...wanted, limit: parkedLimits.moved_max, db })
    moved += some
    if (some < parkedLimits.moved_max) return moved
  }
}

/** Takes a parked job away for good; null when it is not there any more. */
export async function dropParked(
  tx: Tx,
  { name, id }: Required<ParkedChoice>,
): Promise<ParkedJob | null> {
  const rows = await tx.execute<Row>(
    `delete from pgboss.job
     where name = $1 and source_name = $2 and id = $3 and state < 'active' returning ${columns}`,
    [parkedQueue, name, id],
  )
  return rows[0] === undefined ? null : parkedJobOf(rows[0])
}
