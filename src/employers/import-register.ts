import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { officeDate, Refusal } from '#kernel'
import { blobKey } from '#platform/blobs'
import { idOf } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import type { Attachment, Context, PlannedChange } from '#record'
import { changedEmployers } from './changed-employers.ts'
import { commits } from './commits.ts'
import { readRegister } from './read-register.ts'
import type { RegisterFlaw } from './read-row.ts'
import { refusals } from './refusals.ts'
import { beginImport, endImport, endReading, type ImportRow } from './register-import.ts'
import type { EmployersTables } from './tables.ts'
import { stopWhenCancelled, type Watching } from './watching.ts'

export const limits = { source_bytes_max: 4 * 1024 ** 3, report_flaws_max: 1_000 }

export type ImportRegister = {
  /** A file on this machine. */
  source: string
  sourceName: string
  /** Our column → the header in the file, where the headers are not known by name. */
  mapping?: Readonly<Record<string, string>>
  /** Reads and compares, and records nothing. */
  dryRun?: boolean
  /** The office of rows that name none. */
  officeId?: string
}

export type ImportReport = {
  importId: string
  encoding: string
  rows: number
  refused: number
  warnings: number
  /** Employers that are new or say something else than before; 0: nothing was recorded. */
  changed: number
  ticket: number | null
  /** The first `limits.report_flaws_max`, by line; all stand in `desk.register_flaw`. */
  flaws: RegisterFlaw[]
}

/**
 * Imports a register of employers as one act. Rows that cannot be read are reported, the others are taken.
 * Broken off, it goes on at the row where it stood; done again, it changes nothing.
 * @throws Refusal `employers.encoding_unknown`, `.columns_missing`, `.import_cancelled`, `.import_running`
 */
export async function importRegister(
  context: Context,
  input: ImportRegister,
  watching: Watching,
): Promise<ImportReport> {
  const scope = context.may('employers.import')
  if (scope.offices !== 'all') throw new Refusal(refusals.import_needs_all_offices)
  const { mapping = {}, officeId = null } = input
  const source = await keepSource(context, input)
  const importId = idOf(
    'employers.imported',
    source.sha256,
    JSON.stringify(sorted(mapping)),
    officeId ?? '',
  )
  let standing = await beginImport(context, {
    importId,
    sourceSha256: source.sha256,
    sourceName: input.sourceName,
    mapping,
  })
  const bytes = source.attachment
    ? () => context.store.stream(blobKey(source.sha256))
    : () => createReadStream(input.source)
  const today = officeDate(standing.startedAt)
  const reading = { bytes, size: source.bytes, standing, mapping, officeId, today }
  const read = await readRegister(context, reading, watching)
  standing = read.standing
  if (standing.state === 'reading') await endReading(context, importId)
  const work = { standing, encoding: read.encoding, source, watching }
  const outcome = input.dryRun ? await compare(context, work) : await record(context, work)
  if (!input.dryRun) await endImport(context, importId, outcome.ticket ? 'recorded' : 'unchanged')
  return {
    importId,
    encoding: read.encoding,
    rows: standing.rowsRead,
    refused: standing.rowsRefused,
    warnings: standing.warnings,
    ...outcome,
    flaws: await firstFlaws(context.read<EmployersTables>(), importId),
  }
}

type Source = { sha256: string; bytes: number; attachment: Attachment | null }

/** The file becomes part of the record before it is read; a dry run only takes its digest. */
async function keepSource(context: Context, input: ImportRegister): Promise<Source> {
  await access(input.source).catch((reason: Error) => {
    throw new Refusal(refusals.file_unreadable, { name: input.sourceName, reason: reason.message })
  })
  if (input.dryRun) {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(input.source)) {
      hash.update(chunk)
      bytes += chunk.length
    }
    return { sha256: hash.digest('hex'), bytes, attachment: null }
  }
  const stored = await context.store.put(createReadStream(input.source), {
    bytes_max: limits.source_bytes_max,
  })
  return { ...stored, attachment: { name: 'source', type: 'text/csv', ...stored } }
}

function sorted(mapping: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(mapping).sort(([a], [b]) => (a < b ? -1 : 1))
}

type Work = { standing: ImportRow; encoding: string; source: Source; watching: Watching }
type Outcome = { changed: number; ticket: number | null }

function changes(read: ReadTables<EmployersTables>, { standing, watching }: Work) {
  return changedEmployers(read, standing.importId, (_employers, rows) => {
    stopWhenCancelled(watching)
    watching.progress({ phase: 'deciding', done: rows, all: standing.rowsStaged })
  })
}

async function compare(context: Context, work: Work): Promise<Outcome> {
  let changed = 0
  for await (const _ of changes(context.read(), work)) changed += 1
  return { changed, ticket: null }
}

async function record(context: Context, work: Work): Promise<Outcome> {
  const first = await firstOf(changes(context.read(), work))
  if (first === null) return { changed: 0, ticket: null }
  const { standing, encoding, source, watching } = work
  const { importId, mapping, rowsRead, rowsRefused, warnings } = standing
  // The same file may be imported again after another one, so the act is named by what it changes.
  const id = idOf('employers.imported', importId, first.stream, String(first.seen))
  const commit = await context.record(
    { id, streams: [] },
    async (read: ReadTables<EmployersTables>) => {
      const plan = changes(read, work)
      const body = {
        importId,
        source: { sha256: source.sha256, name: standing.sourceName, encoding },
        mapping,
        rows: rowsRead,
        refused: rowsRefused,
        warnings,
      }
      return commits.fact('employers.imported/1', body, {
        attached: source.attachment ? [source.attachment] : [],
        plan: toldWhenDone(plan, watching),
      })
    },
  )
  const changed = Array.isArray(commit.streams) ? commit.streams.length : commit.streams.count
  watching.progress({ phase: 'recording', done: changed, all: changed })
  return { changed, ticket: commit.ticket }
}

async function* toldWhenDone(
  plan: AsyncIterable<PlannedChange>,
  watching: Watching,
): AsyncIterable<PlannedChange> {
  let count = 0
  for await (const change of plan) {
    count += 1
    yield change
  }
  stopWhenCancelled(watching)
  watching.progress({ phase: 'recording', done: 0, all: count })
}

async function firstOf<Value>(values: AsyncIterable<Value>): Promise<Value | null> {
  for await (const value of values) return value
  return null
}

async function firstFlaws(
  read: ReadTables<EmployersTables>,
  importId: string,
): Promise<RegisterFlaw[]> {
  return await read
    .selectFrom('desk.registerFlaw')
    .select(['line', 'column', 'code', 'written', 'refused'])
    .where('importId', '=', importId)
    .orderBy('line')
    .orderBy('column')
    .limit(limits.report_flaws_max)
    .execute()
}
