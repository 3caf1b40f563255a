import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import type { PaperChange } from './contract.ts'
import { sameStanding, standingAfter, streamOf, whyNotStand } from './paper-file.ts'
import { refusals } from './refusals.ts'
import { paperFilesById, type Read } from './store.ts'
import type { PaperFilesTables } from './tables.ts'

export type ChangePaperFiles = {
  id: Id
  paperFileIds: readonly string[]
  change: PaperChange
  reason: string | null
}

export type ChangedPaper = { actId: Id; changed: number }

/**
 * Says of one or several files where they stand now, as one act: all of them, or none. Files that stand
 * so already are left out. @throws Refusal `paper-files.file_unknown`, `.loan_needed`, `.found_first`,
 * `.reason_needed`
 */
export async function changePaperFiles(
  context: Context,
  { id, change, reason, ...input }: ChangePaperFiles,
): Promise<ChangedPaper> {
  const scope = context.may('paper-files.change')
  const paperFileIds = [...new Set(input.paperFileIds)]
  const act = { id, streams: paperFileIds.map(streamOf), input: { paperFileIds, change, reason } }
  const commit = await context.record(act, async (read: ReadTables<PaperFilesTables>) => {
    const rows = await paperFilesById(read as Read, scope, paperFileIds)
    if (rows.length < paperFileIds.length) throw new Refusal(refusals.file_unknown)
    const files = rows.flatMap((row) => {
      const after = standingAfter(row, change)
      const refusal = whyNotStand(row, after, reason)
      if (refusal !== null) throw refusal
      return sameStanding(row, after) ? [] : [{ paperFileId: row.paperFileId, after }]
    })
    if (files.length === 0) return null
    return commits.fact('paper-files.changed/1', { files, reason, undoes: null })
  })
  return { actId: id, changed: commit?.body.files.length ?? 0 }
}
