import { Refusal } from '#kernel'
import { jsonb } from '#platform/postgres'
import type { Context } from '#record'
import type { SavedSearch } from './contract.ts'
import { refusals } from './refusals.ts'

export const limits = { saved_max: 50 }

type SavedSearchTable = {
  savedId: string
  personId: string
  name: string
  query: SavedSearch['query']
  savedAt: Date
}
type SearchDesk = { 'desk.savedSearch': SavedSearchTable }

/** The person's own, the oldest first. */
export async function listSavedSearches(context: Context): Promise<{ searches: SavedSearch[] }> {
  context.may('search.find')
  const searches = await context
    .read<SearchDesk>()
    .selectFrom('desk.savedSearch')
    .select(['savedId', 'name', 'query'])
    .where('personId', '=', context.actor.person)
    .orderBy('savedId')
    .limit(limits.saved_max)
    .execute()
  return { searches }
}

/** Keeps a search under the id that the caller made, or changes the one that has it. @throws Refusal search.too_many_saved */
export async function saveSearch(context: Context, saved: SavedSearch): Promise<SavedSearch> {
  context.may('search.find')
  const { savedId, name, query } = saved
  const personId = context.actor.person
  await context.desk<SearchDesk, void>(async (write) => {
    const changed = await write
      .updateTable('desk.savedSearch')
      .set({ name, query: jsonb(query) })
      .where('savedId', '=', savedId)
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (changed.numUpdatedRows > 0n) return
    const { count } = await write
      .selectFrom('desk.savedSearch')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= limits.saved_max)
      throw new Refusal(refusals.too_many_saved, { most: limits.saved_max })
    await write
      .insertInto('desk.savedSearch')
      .values({ savedId, personId, name, query: jsonb(query), savedAt: context.clock.now() })
      // Somebody else's id: theirs stays as it is.
      .onConflict((met) => met.column('savedId').doNothing())
      .execute()
  })
  return saved
}

/** Nothing when it is gone already or was never this person's. */
export async function forgetSearch(context: Context, savedId: string): Promise<void> {
  context.may('search.find')
  await context.desk<SearchDesk, void>(async (write) => {
    await write
      .deleteFrom('desk.savedSearch')
      .where('savedId', '=', savedId)
      .where('personId', '=', context.actor.person)
      .execute()
  })
}
