import type { Context } from '#record'
import type { Person } from './contract.ts'
import { listPeopleRows } from './store.ts'
import type { IdentityTables } from './tables.ts'

export async function listPeople(context: Context): Promise<{ people: Person[] }> {
  const scope = context.may('identity.list-people')
  return { people: await listPeopleRows(context.read<IdentityTables>(), scope) }
}
