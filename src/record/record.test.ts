import assert from 'node:assert/strict'
import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { newId } from '#kernel'
import type { ReadTables, Tx } from '#platform/postgres'
import { testOffice } from '../../test/kit/office.ts'
import { commitKey, sealCommit } from './commit.ts'
import { defineCommits, defineProjection } from './define-commits.ts'
import { openInstallation } from './installation.ts'
import { rebuild } from './rebuild.ts'
import { recordAct } from './record-act.ts'
import { stateDigest } from './state-digest.ts'
import type { RecordTables } from './tables.ts'

const commits = defineCommits({
  'shelf.placed/1': z.object({ file: z.string(), box: z.string() }),
  'shelf.counted/1': z.object({ count: z.int() }),
})

const projection = defineProjection(commits, {
  async 'shelf.placed/1'({ body, ticket }, write) {
    await put(write, body.file, body.box, ticket)
  },
  async 'shelf.counted/1'(commit, write) {
    for await (const line of commit.plan()) {
      const facts = z.object({ box: z.string() }).parse(line.facts)
      await put(write, line.stream, facts.box, commit.ticket)
    }
  },
})

async function put(write: Tx, file: string, box: string, ticket: number) {
  await write.execute(
    `insert into record.shelf values ($1, $2, $3)
     on conflict (file) do update set box = excluded.box, ticket = excluded.ticket`,
    [file, box, ticket],
  )
}

async function anOffice() {
  const office = await testOffice({ projections: [projection] })
  await office.powers.database.transaction((tx) =>
    tx.execute('create table record.shelf (file text primary key, box text, ticket bigint)'),
  )
  return office
}

type Office = Awaited<ReturnType<typeof anOffice>>

function place(office: Office, file: string, box: string, id = newId(new Date())) {
  const act = { id, streams: [`shelf/${file}`] as const, input: { file, box } }
  return office.context.record(act, async () => commits.fact('shelf.placed/1', { file, box }))
}

async function shelf(office: Office) {
  return await office.powers.database.reader.execute(
    'select file, box from record.shelf order by 1',
  )
}

test('an act stands in the store, in the log and in the tables', async () => {
  await using office = await anOffice()
  const commit = await place(office, 'a', 'box 1')
  assert.equal(commit.kind, 'shelf.placed/1')
  assert.deepEqual(commit.streams, [{ stream: 'shelf/a', version: 1, previous: null }])
  assert.deepEqual(await shelf(office), [{ file: 'a', box: 'box 1' }])
})

test('the same act asked twice stands once and answers the same; another input is refused', async () => {
  await using office = await anOffice()
  const id = newId(new Date())
  const [first, again] = await Promise.all([
    place(office, 'a', 'box 1', id),
    place(office, 'a', 'box 1', id),
  ])
  assert.equal(first.seal, again.seal)
  await assert.rejects(place(office, 'a', 'box 2', id), { code: 'record.id_taken' })
})

test('a refusal leaves nothing: no commit file, no row, no stream version', async () => {
  await using office = await anOffice()
  const before = await stateDigest(office.powers.database)
  const act = { id: newId(new Date()), streams: ['shelf/a'] as const }
  await assert.rejects(
    office.context.record(act, async () => {
      throw new Error('no')
    }),
  )
  assert.equal(await office.context.record(act, async () => null), null)
  assert.equal((await stateDigest(office.powers.database)).digest, before.digest)
})

test('twenty acts on one file at once come one after another, none lost', async () => {
  await using office = await anOffice()
  await Promise.all(Array.from({ length: 20 }, (_, n) => place(office, 'a', `box ${n}`)))
  const rows = await office.powers.database.reader.execute(
    "select version from record.stream where stream = 'shelf/a'",
  )
  assert.deepEqual(rows, [{ version: 20 }])
})

test('a bulk act is one commit whose plan carries each stream, and the store alone gives it back', async () => {
  await using office = await anOffice()
  await place(office, 'b', 'box 0')
  const act = { id: newId(new Date()), streams: [] }
  async function* changes() {
    yield { stream: 'shelf/a' as const, seen: 0, facts: { box: 'box 1' } }
    yield { stream: 'shelf/b' as const, seen: 1, facts: { box: 'box 2' } }
  }
  const commit = await office.context.record(act, async () =>
    commits.fact('shelf.counted/1', { count: 2 }, { plan: changes() }),
  )
  assert.ok('count' in commit.streams && commit.streams.count === 2)
  const before = await stateDigest(office.powers.database)
  const report = await rebuild(office.powers, () => undefined)
  assert.deepEqual(report, { applied: 3, voided: [] })
  assert.deepEqual(await stateDigest(office.powers.database), before)
})

test('a bulk act whose new stream somebody began meanwhile decides again', async () => {
  await using office = await anOffice()
  const { powers, context } = office
  let others = 0
  // The plan is laid by then, and the stream not yet begun: the last moment at which it can be lost.
  const put: typeof powers.store.put = async (...plan) => {
    const stored = await powers.store.put(...plan)
    if (others++ === 0) await place(office, 'a', 'box of another')
    return stored
  }
  const store = Object.create(powers.store, { put: { value: put } })
  const counted = await recordAct({ ...powers, store }, context.actor, {
    act: { id: newId(new Date()), streams: [] },
    decide: async (read: ReadTables<RecordTables>) => {
      const standing = await read
        .selectFrom('record.stream')
        .select('version')
        .where('stream', '=', 'shelf/a')
        .executeTakeFirst()
      async function* changes() {
        const seen = standing?.version ?? 0
        yield { stream: 'shelf/a' as const, seen, facts: { box: 'box 1' } }
      }
      return commits.fact('shelf.counted/1', { count: 1 }, { plan: changes() })
    },
  })
  assert.equal(others, 2)
  const versions = await powers.database.reader.execute(
    "select version, commit_sha256 is not null as placed from record.stream_version where stream = 'shelf/a' order by 1",
  )
  assert.deepEqual(versions, [
    { version: 1, placed: true },
    { version: 2, placed: true },
  ])
  assert.ok('count' in counted.streams && counted.streams.count === 1)
})

test('the state digest sees a single changed letter', async () => {
  await using office = await anOffice()
  await place(office, 'a', 'box 1')
  const before = await stateDigest(office.powers.database)
  await office.powers.database.transaction((tx) =>
    tx.execute("update record.shelf set box = 'box l'"),
  )
  const after = await stateDigest(office.powers.database)
  assert.notEqual(after.digest, before.digest)
  const changed = after.parts.filter((part, at) => part.sha256 !== before.parts[at]?.sha256)
  assert.deepEqual(
    changed.map(({ table }) => table),
    ['shelf'],
  )
})

/** What a crash between commit file and COMMIT leaves: a sealed file that the database never knew. */
async function leaveOrphan(
  office: Office,
  change: { box: string; ticket: number; previous: string | null },
) {
  const { key, origin, store } = office.powers
  const sealed = sealCommit(
    {
      v: 1,
      id: newId(new Date()),
      kind: 'shelf.placed/1',
      ticket: change.ticket,
      at: new Date().toISOString(),
      office: '6000',
      actor: office.context.actor,
      origin,
      streams: [
        {
          stream: 'shelf/a',
          version: change.previous === null ? 1 : 2,
          previous: change.previous,
        },
      ],
      guards: [],
      attached: [],
      body: { file: 'a', box: change.box },
      salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    },
    key,
  )
  await store.write(commitKey(sealed.commit, sealed.sha256), Buffer.from(sealed.text))
  return sealed
}

test('start takes in a commit that a crash left unanswered, and leaves one whose place is taken', async () => {
  await using office = await anOffice()
  await leaveOrphan(office, { box: 'from before the crash', ticket: 900, previous: null })
  const report = await openInstallation(office.powers, office.powers.clock)
  assert.deepEqual(report, { adopted: 1, voided: 0 })
  assert.deepEqual(await shelf(office), [{ file: 'a', box: 'from before the crash' }])

  await leaveOrphan(office, { box: 'too late', ticket: 901, previous: null })
  const second = await openInstallation(office.powers, office.powers.clock)
  assert.deepEqual(second, { adopted: 0, voided: 1 })
})

test('a rebuild gives a place to the commit with the higher ticket, as the living system did', async () => {
  await using office = await anOffice()
  // The lower ticket can only be a try that failed: the living system never answered it.
  await leaveOrphan(office, { box: 'failed try', ticket: 1, previous: null })
  await place(office, 'a', 'answered')
  const report = await rebuild(office.powers, () => undefined)
  assert.equal(report.voided.length, 1)
  assert.deepEqual(await shelf(office), [{ file: 'a', box: 'answered' }])
})

test('a commit file changed by one byte stops a rebuild', async () => {
  await using office = await anOffice()
  await place(office, 'a', 'box 1')
  const found: string[] = []
  for await (const key of office.powers.store.list('commit')) found.push(key)
  const last = found.at(-1) ?? ''
  const bytes = await office.powers.store.read(last)
  const path = join(office.folder, 'store', last)
  await chmod(path, 0o640)
  await writeFile(path, String(bytes).replace('faem.example', 'faem.exampla'))
  await assert.rejects(
    rebuild(office.powers, () => undefined),
    { code: 'record.store_damaged' },
  )
})

test('a second database on one store is refused', async () => {
  await using office = await anOffice()
  await office.powers.database.transaction((tx) =>
    tx.execute('update desk.installation set id = gen_random_uuid()'),
  )
  await assert.rejects(openInstallation(office.powers, office.powers.clock), {
    code: 'record.store_claimed',
  })
  assert.ok((await readdir(join(office.folder, 'store', 'claim'))).length === 1)
})
