import type { Context } from '#record'
import { limits, type Suggestion, type SuggestQuery } from './contract.ts'
import { compareCursors } from './cursor.ts'
import { startDeadline } from './deadline.ts'
import { findByName } from './find-employers.ts'
import { findByNumber } from './find-numbers.ts'
import { type EmployerSearch, exactRank, type FoundEmployer, sureRank } from './found-employers.ts'
import type { SearchGiven } from './given.ts'
import { readQuery, type TypedQuery } from './read-query.ts'
import { retypings } from './retypings.ts'
import { highlight } from './show-hits.ts'

/** Enough to choose the best of, few enough to read at every key. */
const looked_at = 60

/**
 * What the box may become while somebody types: names and numbers that begin with or hold what is there,
 * then names alike. What the other keyboard layout gives is taken when this one gives nothing as typed.
 */
export async function suggest(
  context: Context,
  given: SearchGiven,
  query: SuggestQuery,
): Promise<Suggestion[]> {
  const scope = context.may('search.find')
  const search = { given, scope, query, deadline: startDeadline(), looked_at }
  const typed = readQuery(query.q)
  const found = await foundFor(search, typed)
  if (found.some(isSure)) return suggestions(found, typed)
  for (const other of retypings(query.q)) {
    const retyped = readQuery(other)
    const better = await foundFor(search, retyped)
    if (better.some(isAsTyped)) return suggestions(better, retyped)
  }
  return suggestions(found, typed)
}

function isSure({ rank }: FoundEmployer): boolean {
  return rank <= sureRank
}

function isAsTyped({ rank }: FoundEmployer): boolean {
  return rank < exactRank
}

async function foundFor(search: EmployerSearch, typed: TypedQuery): Promise<FoundEmployer[]> {
  if (typed.reading === 'nothing') return []
  const { found } =
    typed.reading === 'number'
      ? await findByNumber(search, typed.digits)
      : await findByName(search, typed.text)
  return [...found.values()].sort(compareCursors)
}

/** Employers of one name are one suggestion. */
function suggestions(found: readonly FoundEmployer[], typed: TypedQuery): Suggestion[] {
  const byText = new Map<string, FoundEmployer[]>()
  for (const one of found) {
    const same = byText.get(one.matched.text) ?? []
    byText.set(one.matched.text, [...same, one])
  }
  return [...byText.values()].slice(0, limits.suggestions_max).flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    return {
      kind: first.matched.kind,
      ...highlight(first.matched, typed),
      accountNo: same.length === 1 ? first.id : null,
      tier: first.rank < exactRank ? 'exact' : 'similar',
    }
  })
}
