import { splitLegalName, thaiFold } from '#thai-text'
import type { SearchAnswer } from './contract.ts'
import { exactRank, type FoundEmployer } from './found-employers.ts'
import { keysWanted, type PageWords } from './read-query.ts'

export const limits = {
  /** How alike a name must be to be offered. */
  likeness_min: 0.6,
  /** So many pages have to be written that way: one could be a misreading. */
  pages_min: 3,
}

/** The name most alike to what was typed, when none is as typed. It stands in the register, so it finds something. */
export function nameOffer(typed: string, found: readonly FoundEmployer[]): string | null {
  let best: FoundEmployer | null = null
  for (const one of found) if (best === null || one.rank < best.rank) best = one
  if (best === null || best.rank < exactRank) return null
  if (exactRank + 1 - best.rank < limits.likeness_min) return null
  const { core } = splitLegalName(best.matched.text)
  return core === '' || thaiFold(core) === thaiFold(splitLegalName(typed).core) ? null : core
}

/** How pages write the one word that was looked for, when several write it alike and none as typed. */
export function pageWordOffer(
  typed: string,
  words: PageWords,
  hits: SearchAnswer['pages']['hits'],
): string | null {
  if (keysWanted(words).length !== 1) return null
  const spellings = new Map<string, { text: string; pages: number }>()
  for (const { line, ranges } of hits) {
    const [range] = ranges
    if (range === undefined) continue
    const text = line.slice(range[0], range[1])
    const spelling = spellings.get(thaiFold(text)) ?? { text, pages: 0 }
    spelling.pages++
    spellings.set(thaiFold(text), spelling)
  }
  spellings.delete(thaiFold(typed))
  const [most] = [...spellings.values()].sort((one, other) => other.pages - one.pages)
  return most === undefined || most.pages < limits.pages_min ? null : most.text
}
