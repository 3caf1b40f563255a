import { setTimeout as delay } from 'node:timers/promises'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { assert, Bug, Fault } from '#kernel'
import { asFault, failureCode, isContended, isPassing } from './failures.ts'
import { tablesOver, type WriteTables } from './tables.ts'

export const limits = {
  attempts_max: 8,
  /** Longer than a failover (9.3 s seen), shorter than a person waits before pressing again. */
  patience_ms: 20_000,
  retry_delay_ms_max: 1_000,
  lock_wait_ms_max: 60_000,
  idle_in_transaction_ms_max: 300_000,
}

/** One open transaction. Not to be kept: every call after its end fails. */
export type Tx = {
  tables<T>(): WriteTables<T>
  /** Raw SQL with `$1` parameters; rows as the driver gives them, names as in SQL. */
  execute<Row extends QueryResultRow>(text: string, parameters?: readonly unknown[]): Promise<Row[]>
}

export type TransactionOptions<R> = {
  /**
   * Looks up whether the work is in the database, after a COMMIT whose answer never came. Null means it
   * is not, and the work is done again. Without it the caller gets `platform.commit_unknown`.
   */
  settled?: () => Promise<R | null>
  /** How often conflicting work is done. */
  attempts_max?: number
  /** How long an absent server is waited for. */
  patience_ms?: number
}

type Outcome<R> =
  | { state: 'committed'; value: R }
  | { state: 'failed'; error: unknown }
  | { state: 'unknown'; error: unknown }

/** Runs `work` in a READ COMMITTED transaction, again from the start when it failed in passing. */
export async function runTransaction<R>(
  pool: Pool,
  work: (tx: Tx) => Promise<R>,
  options: TransactionOptions<R>,
): Promise<R> {
  const { attempts_max = limits.attempts_max, patience_ms = limits.patience_ms } = options
  const until = performance.now() + patience_ms
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(pool, work)
    if (outcome.state === 'committed') return outcome.value
    if (outcome.state === 'unknown') {
      const found = await lookUp(outcome.error, options)
      if (found !== null) return found
    } else if (!isPassing(outcome.error)) throw asFault(outcome.error)
    const again = isContended(outcome.error) ? attempt < attempts_max : performance.now() < until
    if (!again) throw asFault(outcome.error)
    await delay(retryDelay(attempt))
  }
}

/** Doubles up to the limit; random, so that two who met do not meet again. */
export function retryDelay(attempt: number): number {
  return Math.random() * Math.min(limits.retry_delay_ms_max, 20 * 2 ** Math.min(attempt, 10))
}

async function attemptOnce<R>(pool: Pool, work: (tx: Tx) => Promise<R>): Promise<Outcome<R>> {
  let client: PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    return { state: 'failed', error }
  }
  const use = { over: false }
  let destroy = true
  try {
    await client.query(begin)
    const value = await work(openTx(client, use))
    use.over = true
    const outcome = await commit(client, value)
    destroy = outcome.state === 'unknown'
    return outcome
  } catch (error) {
    use.over = true
    destroy = !(await rollBack(client))
    return { state: 'failed', error }
  } finally {
    client.release(destroy)
  }
}

// One message, one round trip. SET LOCAL, because a pooler may give the session to somebody else.
// No statement timeout: it could cancel the wait for a standby inside COMMIT.
const begin = [
  'begin isolation level read committed read write',
  `set local lock_timeout = ${limits.lock_wait_ms_max}`,
  `set local idle_in_transaction_session_timeout = ${limits.idle_in_transaction_ms_max}`,
].join('; ')

function openTx(client: PoolClient, use: { over: boolean }): Tx {
  // A session runs one statement at a time; who asks meanwhile waits here, since the driver's own queue ends.
  let last: Promise<unknown> = Promise.resolve()
  const query: PoolClient['query'] = ((...parameters: Parameters<PoolClient['query']>) => {
    assert(!use.over, 'a transaction is not used after its end')
    const answer = last.then(() => client.query(...parameters))
    last = answer.catch(() => undefined)
    return answer
    // The overloads cannot be repeated by a wrapper.
  }) as PoolClient['query']
  const tables = tablesOver({ connect: async () => ({ query, release: () => undefined }) })
  return {
    // The caller names the tables it owns; nothing about them is known here.
    tables: <T>() => tables as unknown as WriteTables<T>,
    async execute<Row extends QueryResultRow>(text: string, parameters: readonly unknown[] = []) {
      const { rows } = await query<Row>(text, [...parameters])
      return rows
    },
  }
}

/** Only two answers are certain: a COMMIT without warning, and a refusal by constraint or conflict. */
async function commit<R>(client: PoolClient, value: R): Promise<Outcome<R>> {
  let warning: unknown
  const hear = (notice: { severity?: string | undefined }) => {
    if (notice.severity === 'WARNING') warning = notice
  }
  client.on('notice', hear)
  let command: string
  try {
    command = (await client.query('commit')).command
  } catch (error) {
    const refused = /^(23|40)/.test(failureCode(error))
    return { state: refused ? 'failed' : 'unknown', error }
  } finally {
    client.removeListener('notice', hear)
  }
  // The server answers ROLLBACK when a statement had failed and the work went on regardless.
  assert(command === 'COMMIT', 'work that caught a database error does not go on to commit')
  return warning ? { state: 'unknown', error: warning } : { state: 'committed', value }
}

async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('rollback')
    return true
  } catch {
    // The session is thrown away, which rolls back as surely; the first error is the one to report.
    return false
  }
}

async function lookUp<R>(
  error: unknown,
  { settled, patience_ms = limits.patience_ms }: TransactionOptions<R>,
): Promise<R | null> {
  const unknown = new Fault(
    'platform.commit_unknown',
    'The database did not say whether the work was saved',
    error,
  )
  if (!settled) throw unknown
  const until = performance.now() + patience_ms
  for (let attempt = 1; ; attempt++) {
    try {
      return await settled()
    } catch (failure) {
      if (failure instanceof Bug) throw failure
      // A failing look-up knows nothing either: the answer stays unknown.
      if (performance.now() >= until) throw unknown
      await delay(retryDelay(attempt))
    }
  }
}
