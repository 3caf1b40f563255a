import { type Actor, type Clock, Refusal, type Scope } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import type { Database, ReadTables, Tx, WriteTables } from '#platform/postgres'
import type { Fact } from './define-commits.ts'
import { type Act, type CommitOf, type RecordPowers, recordAct } from './record-act.ts'

/** Every power a use case has; built for one request or job, passed first, never kept. */
export type Context = {
  readonly actor: Actor
  readonly clock: Clock
  readonly store: BlobStore
  /** Whether the actor may do this, and for which matter. Only `decide()` makes a Scope. @throws Refusal */
  may(action: string): Scope
  /** Tables as the reader role sees them: it cannot write, even by raw SQL. */
  read<Tables>(): ReadTables<Tables>
  /** Records one act: `decide` reads with the act's streams held and gives the fact. */
  record<Tables, F extends Fact | null>(
    act: Act,
    decide: (read: ReadTables<Tables>) => Promise<F>,
  ): Promise<CommitOf<F>>
  /** Work on desk and derived tables, in one transaction. Never on record tables. */
  desk<Tables, Result>(
    work: (write: WriteTables<Tables>, tx: Tx) => Promise<Result>,
  ): Promise<Result>
}

export function createContext(
  powers: RecordPowers & { clock: Clock },
  actor: Actor,
  may: (action: string) => Scope,
): Context {
  const { database, store, clock }: { database: Database; store: BlobStore; clock: Clock } = powers
  return {
    actor,
    clock,
    store,
    may,
    read: () => database.reader.tables(),
    record: (act, decide) => recordAct(powers, actor, { act, decide }),
    desk: (work) => database.transaction((tx) => work(tx.tables(), tx)),
  }
}

/** For which matter the actor may do this; null where they may not, and that is an answer. */
export function scopeOrNull(context: Pick<Context, 'may'>, action: string): Scope | null {
  try {
    return context.may(action)
  } catch (reason) {
    if (reason instanceof Refusal) return null
    throw reason
  }
}
