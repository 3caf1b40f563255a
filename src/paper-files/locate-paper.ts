import type { Context } from '#record'
import type { PaperFile } from './contract.ts'
import { paperFilesOfAccounts, type Read, shownFiles } from './store.ts'

/** Where the paper of these employers stands; what the caller may not see is left out. */
export async function locatePaper(
  context: Context,
  accounts: readonly string[],
): Promise<{ files: PaperFile[] }> {
  const scope = context.may('paper-files.list')
  const read: Read = context.read()
  return { files: await shownFiles(read, await paperFilesOfAccounts(read, scope, accounts)) }
}
