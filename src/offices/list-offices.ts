import type { Context } from '#record'
import type { Office } from './contract.ts'
import { listOfficeRows } from './store.ts'
import type { OfficesTables } from './tables.ts'

/** All offices, whatever the actor's own: names and codes of offices are public. */
export async function listOffices(context: Context): Promise<{ offices: Office[] }> {
  context.may('offices.list')
  return { offices: await listOfficeRows(context.read<OfficesTables>()) }
}
