import type { ReadTables } from '#platform/postgres'
import { thaiFold } from '#thai-text'
import type { DocumentType } from './contract.ts'
import type { DocumentsTables } from './tables.ts'

type Read = ReadTables<DocumentsTables>

/** The catalogue in its order. Public matter; some hundreds of rows at most. */
export async function listDocumentTypes(read: Read): Promise<DocumentType[]> {
  return await read
    .selectFrom('record.documentType')
    .select(['code', 'formNo', 'titleTh', 'titleEn', 'section', 'tier'])
    .orderBy('order')
    .execute()
}

/** The type with this code or form number, however it is spelled: `สปส.1-01`, `สปส ๑-๐๑`, `sps 1-01`. */
export async function findType(read: Read, codeOrFormNo: string): Promise<DocumentType | null> {
  const types = await listDocumentTypes(read)
  const exact = types.find(({ code }) => code === codeOrFormNo)
  if (exact) return exact
  const key = typeKey(codeOrFormNo)
  if (key === '') return null
  const names = ({ code, formNo }: DocumentType) => (formNo === null ? [code] : [code, formNo])
  return types.find((type) => names(type).some((name) => typeKey(name) === key)) ?? null
}

/** Letters, marks and digits only: people write stops, strokes and spaces of a form number as they like. */
export function typeKey(text: string): string {
  return thaiFold(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
