import { officeDate } from '#kernel'
import type { Context } from '#record'
import type { PaperCounts } from './contract.ts'
import { countsOf, officeInScope } from './store.ts'

/** How many paper files of an office stand in each state, in all and by shelf. */
export async function countPaperFiles(context: Context, office: string): Promise<PaperCounts> {
  officeInScope(context.may('paper-files.list'), office)
  return await countsOf(context.read(), office, officeDate(context.clock.now()))
}
