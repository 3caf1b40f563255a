import { z } from 'zod'
import type { Context } from '#record'
import { limits, type PaperFile, type PaperFilter } from './contract.ts'
import { officeInScope, paperFilesOf, type Read, shownFiles } from './store.ts'

const Cursor = z.tuple([z.string(), z.string(), z.number(), z.uuid()])

/** A page of an office's paper files in the order of its shelves. */
export async function listPaperFiles(
  context: Context,
  { after, ...filter }: PaperFilter & { after?: string | undefined },
): Promise<{ files: PaperFile[]; next: string | null }> {
  officeInScope(context.may('paper-files.list'), filter.office)
  const read: Read = context.read()
  const rows = await paperFilesOf(read, filter, {
    after: after === undefined ? null : readCursor(after),
    limit: limits.page_size,
  })
  const last = rows.at(-1)
  const full = last !== undefined && rows.length === limits.page_size
  return { files: await shownFiles(read, rows), next: full ? cursorOf(last) : null }
}

type Key = { placeSort: string; accountNo: string; volumeNo: number; paperFileId: string }

function cursorOf({ placeSort, accountNo, volumeNo, paperFileId }: Key): string {
  const key: z.infer<typeof Cursor> = [placeSort, accountNo, volumeNo, paperFileId]
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** A cursor that is not ours begins at the beginning: it names no file. */
function readCursor(text: string): Key | null {
  const key = Cursor.safeParse(jsonOf(Buffer.from(text, 'base64url').toString('utf8')))
  if (!key.success) return null
  const [placeSort, accountNo, volumeNo, paperFileId] = key.data
  return { placeSort, accountNo, volumeNo, paperFileId }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
