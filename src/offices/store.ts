import type { ReadTables } from '#platform/postgres'
import { Office } from './contract.ts'
import type { OfficesTables } from './tables.ts'

const columns = [
  'code',
  'nameTh',
  'shortNameTh',
  'nameEn',
  'kind',
  'provinceCode',
  'holdsEmployerFiles',
] as const

/** The office with this code, or null. No scope: offices are public matter. */
export async function findOffice(
  read: ReadTables<OfficesTables>,
  code: string,
): Promise<Office | null> {
  const row = await read
    .selectFrom('record.office')
    .select(columns)
    .where('code', '=', code)
    .executeTakeFirst()
  return row ? Office.parse(row) : null
}

/** Every office in order of its code; some hundreds at most. */
export async function listOfficeRows(read: ReadTables<OfficesTables>): Promise<Office[]> {
  const rows = await read.selectFrom('record.office').select(columns).orderBy('code').execute()
  return rows.map((row) => Office.parse(row))
}
