import type { Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import { listDocumentTypes } from './catalogue.ts'
import type { Described } from './commits.ts'
import type { DocumentVersion } from './contract.ts'
import type { Standing } from './correction.ts'
import { toPaperDate } from './store.ts'
import type { DocumentsTables } from './tables.ts'

type Read = ReadTables<DocumentsTables>

/** These documents of a file as they stand; those that lie in another file are left out. */
export async function standingOf(
  read: Read,
  { accountNo, documentIds }: { accountNo: string; documentIds: readonly string[] },
): Promise<(Standing & { batchId: string | null })[]> {
  if (documentIds.length === 0) return []
  const rows = await read
    .selectFrom('record.document as d')
    .leftJoin('record.documentVersion as v', (join) =>
      join.onRef('v.documentId', '=', 'd.documentId').onRef('v.version', '=', 'd.version'),
    )
    .select(['d.documentId', 'd.version', 'd.type', 'd.section', 'd.title', 'd.dated'])
    .select(['d.datedPrecision', 'd.tier', 'd.batchId', 'v.correctedBy'])
    .where('d.accountNo', '=', accountNo)
    .where('d.documentId', 'in', [...documentIds])
    .execute()
  return rows.map(({ dated, datedPrecision, ...row }) => ({
    ...row,
    dated: toPaperDate(dated, datedPrecision),
  }))
}

/** Where a document lies, or null when the scope does not reach it. */
export async function placeOfDocument(read: Read, scope: Scope, documentId: string) {
  let query = read
    .selectFrom('record.document')
    .select(['accountNo', 'batchId', 'filedAt', 'filedBy', 'version'])
    .where('documentId', '=', documentId)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return (await query.executeTakeFirst()) ?? null
}

/** The corrections of a document, the oldest first. */
export async function correctionsOf(read: Read, documentId: string) {
  return await read
    .selectFrom('record.documentVersion')
    .selectAll()
    .where('documentId', '=', documentId)
    .orderBy('version')
    .execute()
}

/** What one act corrected in a file. */
export async function correctionsOfAct(
  read: Read,
  { accountNo, actId }: { accountNo: string; actId: string },
) {
  return await read
    .selectFrom('record.documentVersion')
    .select(['documentId', 'version', 'before'])
    .where('actId', '=', actId)
    .where('accountNo', '=', accountNo)
    .execute()
}

type Filing = NonNullable<Awaited<ReturnType<typeof placeOfDocument>>> & { documentId: string }

/** Every version of a document that the caller was allowed to open, the youngest first. */
export async function versionsOf(
  read: Read,
  { documentId, accountNo, filedAt, filedBy }: Filing,
  certified: boolean,
): Promise<DocumentVersion[]> {
  const corrections = await correctionsOf(read, documentId)
  const types = new Map((await listDocumentTypes(read)).map((type) => [type.code, type]))
  const shown = ({ type, section, title, dated }: Described) => ({
    ...{ type, section, title, dated },
    typeTitleTh: types.get(type)?.titleTh ?? type,
    formNo: types.get(type)?.formNo ?? null,
  })
  const first =
    corrections[0]?.before ??
    (await standingOf(read, { accountNo, documentIds: [documentId] })).at(0)
  const versions: DocumentVersion[] = corrections.map((row) => ({
    ...shown(row.after),
    ...{ version: row.version, restores: row.restores, reason: row.reason },
    how: row.undoes !== null ? 'undone' : row.restores !== null ? 'restored' : 'corrected',
    ...{ at: row.correctedAt.toISOString(), by: row.correctedBy, certified: false },
  }))
  if (first !== undefined) {
    const filed = { version: 1, how: 'filed' as const, restores: null, reason: null }
    versions.unshift({
      ...{ ...shown(first), ...filed, at: filedAt.toISOString(), by: filedBy, certified },
    })
  }
  return versions.reverse()
}
