import type { z } from 'zod'
import { assert } from '#kernel'
import type { Tx } from '#platform/postgres'
import type { Attachment, Commit } from './commit.ts'
import type { PlanLine, PlannedChange } from './plan-line.ts'

export type KindName = `${string}.${string}/${number}`

/** What a use case decided: the kind and body of the commit, and the blobs that belong to it. */
export type Fact<Kind extends string = string, Body = unknown> = {
  readonly kind: Kind
  readonly body: Body
  readonly attached?: readonly Attachment[]
  /** A bulk act's lines in stream order; `seen` is the version that the decision saw (0: none yet). */
  readonly plan?: AsyncIterable<PlannedChange>
}

/** A commit on its way into the tables, with its plan when it has one. */
export type Applying<Kind extends string = string, Body = unknown> = Commit<Kind, Body> & {
  plan(): AsyncIterable<PlanLine>
}

type Schemas = Readonly<Record<KindName, z.ZodType>>

export type Commits<S extends Schemas> = {
  readonly schemas: S
  fact<K extends keyof S & string>(
    kind: K,
    body: z.input<S[K]>,
    more?: Pick<Fact, 'attached' | 'plan'>,
  ): Fact<K, z.output<S[K]>>
}

/** Declares a module's commit kinds. A kind and version never change meaning once released. */
export function defineCommits<const S extends Schemas>(schemas: S): Commits<S> {
  return {
    schemas,
    fact(kind, body, more = {}) {
      const schema: z.ZodType | undefined = (schemas as Schemas)[kind as KindName]
      assert(schema, `the kind ${kind} is declared`)
      // The schema is the one declared for this kind, so its output is this kind's body.
      return { kind, body: schema.parse(body) as z.output<S[typeof kind]>, ...more }
    },
  }
}

type Apply<Kind extends string, Body> = (commit: Applying<Kind, Body>, write: Tx) => Promise<void>

export type Projection = {
  readonly schemas: Schemas
  readonly apply: ReadonlyMap<string, (commit: Applying, write: Tx) => Promise<void>>
}

/** One function per kind, the only writer of record tables; a kind without one does not compile. */
export function defineProjection<const S extends Schemas>(
  commits: Commits<S>,
  applies: { [K in keyof S & string]: Apply<K, z.output<S[K]>> },
): Projection {
  const apply = new Map<string, (commit: Applying, write: Tx) => Promise<void>>()
  for (const [kind, run] of Object.entries(applies)) {
    const schema = commits.schemas[kind as KindName]
    assert(schema, `the kind ${kind} is declared`)
    // The body is parsed by the kind's own schema just before, which is what `run` asks for.
    apply.set(kind, (commit, write) =>
      (run as Apply<string, unknown>)({ ...commit, body: schema.parse(commit.body) }, write),
    )
  }
  return { schemas: commits.schemas, apply }
}

/** A further writer on the same commits: derived tables that must never lag behind the record. */
export type Follower = Readonly<Record<KindName, (commit: Applying, write: Tx) => Promise<void>>>

export type Projections = ReadonlyMap<
  string,
  readonly ((c: Applying, write: Tx) => Promise<void>)[]
>

/** Composes the modules' projections; a kind claimed twice, or followed but unknown, stops the start. */
export function composeProjections(
  projections: readonly Projection[],
  followers: readonly Follower[] = [],
): Projections {
  const composed = new Map<string, ((c: Applying, write: Tx) => Promise<void>)[]>()
  for (const projection of projections) {
    for (const [kind, run] of projection.apply) {
      assert(!composed.has(kind), `the kind ${kind} has one projection`)
      composed.set(kind, [run])
    }
  }
  for (const [kind, run] of followers.flatMap((follower) => Object.entries(follower))) {
    const runs = composed.get(kind)
    assert(runs, `the followed kind ${kind} is known`)
    runs.push(run)
  }
  return composed
}
