import { isId, type Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { StreamTables } from '#record'
import { Person } from './contract.ts'
import type { IdentityTables } from './tables.ts'

type Read = ReadTables<IdentityTables>

export const limits = { people_listed_max: 2_000 }

/** The person with the grants that count now, or null. No scope: identity itself asks, to decide. */
export async function findPerson(read: Read, personId: string): Promise<Person | null> {
  if (!isId(personId)) return null
  const [person] = await peopleOf(read, [personId])
  return person ?? null
}

export async function findPersonId(read: Read, username: string): Promise<string | null> {
  const row = await read
    .selectFrom('record.person')
    .select('personId')
    .where('username', '=', username)
    .executeTakeFirst()
  return row?.personId ?? null
}

/** People who hold a grant in the offices of `scope`, by username, each with all their grants. */
export async function listPeopleRows(read: Read, scope: Scope): Promise<Person[]> {
  const { offices } = scope
  let query = read.selectFrom('record.person').select('personId')
  if (offices !== 'all') {
    const granted = read
      .selectFrom('record.personGrant')
      .select('personId')
      .where('officeId', 'in', offices)
    query = query.where('personId', 'in', granted)
  }
  const rows = await query.orderBy('username').limit(limits.people_listed_max).execute()
  return await peopleOf(
    read,
    rows.map(({ personId }) => personId),
  )
}

/** Whether an office is listed: its stream has a version. Its table is another module's. */
export async function officeIsListed(
  read: ReadTables<StreamTables>,
  officeId: string,
): Promise<boolean> {
  const row = await read
    .selectFrom('record.stream')
    .select('version')
    .where('stream', '=', `office/${officeId}`)
    .executeTakeFirst()
  return row !== undefined && row.version > 0
}

async function peopleOf(read: Read, personIds: readonly string[]): Promise<Person[]> {
  if (personIds.length === 0) return []
  const people = await read
    .selectFrom('record.person')
    .select(['personId', 'username', 'name', 'position', 'active'])
    .where('personId', 'in', personIds)
    .orderBy('username')
    .execute()
  const grants = await read
    .selectFrom('record.personGrant')
    .select(['personId', 'role', 'officeId'])
    .where('personId', 'in', personIds)
    .orderBy('grantedAt')
    .orderBy('role')
    .orderBy('officeId')
    .execute()
  return people.map((person) =>
    Person.parse({
      ...person,
      grants: grants.filter(({ personId }) => personId === person.personId),
    }),
  )
}
