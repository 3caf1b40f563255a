import { Refusal } from '#kernel'
import type { Context } from '#record'
import type { PaperAct, PaperFile } from './contract.ts'
import { refusals } from './refusals.ts'
import { actsOf, paperFilesById, type Read, shownFiles } from './store.ts'

/** A paper file and its history. @throws Refusal `paper-files.file_unknown`, also out of scope */
export async function openPaperFile(
  context: Context,
  paperFileId: string,
): Promise<{ file: PaperFile; acts: PaperAct[] }> {
  const scope = context.may('paper-files.list')
  const read: Read = context.read()
  const [file] = await shownFiles(read, await paperFilesById(read, scope, [paperFileId]))
  if (file === undefined) throw new Refusal(refusals.file_unknown, { paperFileId })
  return { file, acts: await actsOf(read, paperFileId) }
}
