import { z } from 'zod'
import { Refusal, type Scope } from '#kernel'
import { listOfficeRows, type OfficesTables } from '#offices'
import type { Context } from '#record'
import { limits, PaperFilter } from './contract.ts'
import type { PaperPrinter } from './paper-printer.ts'
import { refusals } from './refusals.ts'
import { officeInScope, paperFilesById, paperFilesOf, type Read, shownFiles } from './store.ts'

/** Which files: by their ids, or a shelf, box or state of an office. */
export const PrintQuery = PaperFilter.partial({ office: true }).extend({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(limits.printed_labels_max))
    .optional(),
  /** Labels of the first sheet that are used already. */
  skip: z.coerce.number().int().min(0).max(39).default(0),
})
export type PrintQuery = z.infer<typeof PrintQuery>

/**
 * Cover sheets or labels of some files as PDF, in the order of the shelves.
 * @throws Refusal `paper-files.nothing_to_print`, `.too_many_to_print`, `.office_not_yours`
 */
export async function printPapers(
  context: Context,
  printer: PaperPrinter,
  { kind, query }: { kind: 'covers' | 'labels'; query: PrintQuery },
): Promise<Uint8Array> {
  const max = kind === 'covers' ? limits.printed_covers_max : limits.printed_labels_max
  const read: Read = context.read()
  const rows = await rowsOf(read, context.may('paper-files.list'), { query, max })
  if (rows.length === 0) throw new Refusal(refusals.nothing_to_print)
  if (rows.length > max) throw new Refusal(refusals.too_many_to_print, { max })
  const offices = await listOfficeRows(context.read<OfficesTables>())
  const names = new Map(offices.map(({ code, nameTh }) => [code, nameTh]))
  const files = (await shownFiles(read, rows)).map((file) => ({
    ...file,
    officeName: names.get(file.officeId) ?? file.officeId,
  }))
  return await printer.print({ kind, files, skip: query.skip })
}

/** A sheet that parts papers, the same for every file and office. */
export async function printSeparator(context: Context, printer: PaperPrinter): Promise<Uint8Array> {
  context.may('paper-files.list')
  return await printer.print({ kind: 'separators', files: [], skip: 0 })
}

type Wanted = { query: PrintQuery; max: number }

async function rowsOf(read: Read, scope: Scope, { query, max }: Wanted) {
  const { ids, skip, office, ...narrow } = query
  if (ids !== undefined) return await paperFilesById(read, scope, ids)
  if (office === undefined) return []
  const filter = { ...narrow, office: officeInScope(scope, office) }
  // One more than may be printed tells that there are too many.
  return await paperFilesOf(read, filter, { after: null, limit: max + 1 })
}
