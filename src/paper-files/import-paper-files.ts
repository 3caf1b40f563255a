import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { officesOfAccounts } from '#employers'
import { Refusal } from '#kernel'
import { listOfficeRows, type OfficesTables } from '#offices'
import { blobKey } from '#platform/blobs'
import { idOf } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import type { Attachment, Context } from '#record'
import { commits, type ListedFacts } from './commits.ts'
import { inOrder, plannedCount } from './list-expected-files.ts'
import { listedChanges } from './listed-changes.ts'
import { paperFileId } from './paper-file.ts'
import { type ListFlaw, type ListRow, readList } from './read-list.ts'
import { refusals } from './refusals.ts'
import { officeInScope, type Read } from './store.ts'
import type { PaperFilesTables } from './tables.ts'

export const limits = { source_bytes_max: 256 * 1024 ** 2, report_flaws_max: 1_000, page: 5_000 }

export type ImportPaperFiles = {
  /** A file on this machine. */
  source: string
  sourceName: string
  /** The office of rows that name none and whose account the register does not know. */
  officeId: string
}

export type PaperImportReport = {
  listId: string
  rows: number
  refused: number
  warnings: number
  /** Files that are new or stand elsewhere than before; 0: nothing was recorded. */
  changed: number
  flaws: ListFlaw[]
}

type Listed = { paperFileId: string; facts: ListedFacts }

/**
 * Imports a list of paper files as one act: where each stands and what it is like. Rows that cannot be
 * read are reported, the others are taken; done again it changes nothing.
 * @throws Refusal `paper-files.file_unreadable`, `.columns_missing`, `.list_too_long`, `.office_not_yours`
 */
export async function importPaperFiles(
  context: Context,
  input: ImportPaperFiles,
): Promise<PaperImportReport> {
  const scope = context.may('paper-files.import')
  const attachment = await keepSource(context, input)
  const list = await readList(context.store.stream(blobKey(attachment.sha256)))
  const files = await listedFiles(context, list, input.officeId)
  for (const officeId of new Set(files.map(({ facts }) => facts.officeId))) {
    officeInScope(scope, officeId)
  }
  const refused = list.flaws.filter((flaw) => flaw.refused).length
  const warnings = list.flaws.length - refused
  const listId = idOf('paper-files.file', attachment.sha256, input.officeId)
  const body = {
    listId,
    source: { kind: 'file' as const, sha256: attachment.sha256, name: input.sourceName },
    refused,
    warnings,
  }
  const report = { listId, rows: list.count, refused, warnings }
  const flaws = list.flaws.sort((a, b) => a.line - b.line).slice(0, limits.report_flaws_max)
  const changed = await record(context, { files, body, attachment })
  return { ...report, changed, flaws }
}

type Recording = {
  files: readonly Listed[]
  body: Parameters<typeof commits.fact<'paper-files.listed/1'>>[1]
  attachment: Attachment
}

async function record(context: Context, { files, body, attachment }: Recording): Promise<number> {
  const [first] = await listedChanges(context.read(), files)
  if (first === undefined) return 0
  // The same file may be imported again after another one, so the act is named by what it changes.
  const id = idOf('paper-files.listed', body.listId, first.stream, String(first.seen))
  const commit = await context.record(
    { id, streams: [] },
    async (read: ReadTables<PaperFilesTables>) => {
      const changes = await listedChanges(read as Read, files)
      if (changes.length === 0) return null
      const more = { attached: [attachment], plan: inOrder(changes) }
      return commits.fact('paper-files.listed/1', body, more)
    },
  )
  return commit === null ? 0 : plannedCount(commit)
}

/** The list becomes part of the record before it is read. */
async function keepSource(context: Context, input: ImportPaperFiles): Promise<Attachment> {
  await access(input.source).catch((reason: Error) => {
    throw new Refusal(refusals.file_unreadable, { name: input.sourceName, reason: reason.message })
  })
  const bytes = createReadStream(input.source)
  const stored = await context.store.put(bytes, { bytes_max: limits.source_bytes_max })
  return { name: 'source', type: 'text/csv', ...stored }
}

/** The files of the rows that can be taken, each once, with the office that answers for them. */
async function listedFiles(
  context: Context,
  list: { rows: readonly ListRow[]; flaws: ListFlaw[] },
  officeId: string,
): Promise<Listed[]> {
  const known = await knownOffices(context, list.rows)
  const offices = await listOfficeRows(context.read<OfficesTables>())
  const codes = new Set(offices.map(({ code }) => code))
  const files = new Map<string, Listed>()
  for (const { line, officeId: written, ...row } of list.rows) {
    const flaw = (code: ListFlaw['code'], words: string, refused: boolean) => {
      list.flaws.push({ line, code, written: words, refused })
    }
    const office = written ?? known.get(row.accountNo) ?? officeId
    const id = paperFileId(row)
    if (!codes.has(office)) flaw('office-unknown', office, true)
    else if (files.has(id)) flaw('row-repeated', `${row.accountNo} ${row.volumeNo}`, true)
    else {
      if (!known.has(row.accountNo)) flaw('account-unknown', row.accountNo, false)
      files.set(id, { paperFileId: id, facts: { ...row, officeId: office } })
    }
  }
  return [...files.values()]
}

async function knownOffices(
  context: Context,
  rows: readonly ListRow[],
): Promise<Map<string, string>> {
  const accounts = [...new Set(rows.map(({ accountNo }) => accountNo))]
  const known = new Map<string, string>()
  for (let at = 0; at < accounts.length; at += limits.page) {
    const page = await officesOfAccounts(context.read(), accounts.slice(at, at + limits.page))
    for (const [accountNo, office] of page) known.set(accountNo, office)
  }
  return known
}
