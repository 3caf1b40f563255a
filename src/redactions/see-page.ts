import { type Context, scopeOrNull } from '#record'
import { type Cover, coverOf, coversOf } from './store.ts'
import type { RedactionsTables } from './tables.ts'

/** Whether the person sees pages without their covers. */
export function seesThrough(context: Context): boolean {
  return scopeOrNull(context, 'redactions.see-through') !== null
}

/** What covers the page for this person; null for who sees through, unless `covered` is asked for. */
export async function coverFor(
  context: Context,
  pageId: string,
  covered = false,
): Promise<Cover | null> {
  if (!covered && seesThrough(context)) return null
  return await coverOf(context.read<RedactionsTables>(), pageId)
}

/** The same for all pages of a copy. */
export async function coversFor(
  context: Context,
  pageIds: readonly string[],
  covered: boolean,
): Promise<Map<string, Cover>> {
  if (!covered && seesThrough(context)) return new Map()
  return await coversOf(context.read<RedactionsTables>(), pageIds)
}
