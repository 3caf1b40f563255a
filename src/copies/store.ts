import type { ReadTables } from '#platform/postgres'
import type { Copy } from './contract.ts'
import type { CopiesTables } from './tables.ts'

type Read = ReadTables<CopiesTables>

const limits = { listed_max: 200 }

/** A copy that was issued to this person, or null. */
export async function copyOf(read: Read, of: { copyId: string; person: string }) {
  const row = await read
    .selectFrom('record.copy')
    .selectAll()
    .where('copyId', '=', of.copyId)
    .where('issuedTo', '=', of.person)
    .executeTakeFirst()
  return row ?? null
}

/** Copies from the file of an employer that the caller was allowed to open, the youngest first. */
export async function copiesOfFile(read: Read, accountNo: string): Promise<Copy[]> {
  const rows = await read
    .selectFrom('record.copy')
    .select(['copyId', 'documents', 'pages', 'form', 'covered', 'purpose', 'activity'])
    .select(['reference', 'issuedAt', 'issuedToName as issuedTo'])
    .where('accountNo', '=', accountNo)
    .orderBy('ticket', 'desc')
    .limit(limits.listed_max)
    .execute()
  return rows.map(({ issuedAt, ...row }) => ({ ...row, issuedAt: issuedAt.toISOString() }))
}
