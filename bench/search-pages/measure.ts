import type { Context } from '#record'
import { seededRandom } from '#sample-office'
import { find, type SearchGiven } from '#search'
import { keyL2 } from '#thai-text'
import type { PageSource, PageText } from './page-texts.ts'
import { aPhrase, type PageQueryClass } from './queries.ts'

/** Asks an engine; the ids of the pages that it gives, best first. */
export type Asked = (
  q: string,
  page: PageText,
) => Promise<{ ids: string[]; partial: boolean; all?: () => Promise<string[]> }>

export type ClassResult = {
  name: string
  asked: number
  foundIn10: number
  p50: number
  p95: number
  partial: number
  byNoise: Record<string, { asked: number; found: number }>
}

type Trial = { source: PageSource; count: number; queries: number }

/**
 * Found: the page is among the first ten, or ten pages are that truly hold every word, so that nobody could
 * have told this one from them.
 */
export async function measureClass(
  { name, of }: PageQueryClass,
  { source, count, queries }: Trial,
  ask: Asked,
): Promise<ClassResult> {
  const random = seededRandom(`pages/${name}`)
  const times: number[] = []
  const byNoise: ClassResult['byNoise'] = {}
  let partial = 0
  for (let tries = 0; tries < queries * 30 && times.length < queries; tries++) {
    const page = source(random.between(0, count - 1))
    const q = of(page, random)
    if (q === null) continue
    const begun = performance.now()
    const answer = await ask(q, page)
    times.push(performance.now() - begun)
    if (answer.partial) partial++
    const ids = answer.ids.slice(0, 10)
    const words = q.split(/\s+/).map(keyL2)
    const found =
      ids.includes(page.pageId) ||
      (ids.length === 10 && ids.every((id) => holds(cleanKey(source, id), words)))
    const level = byNoise[page.noise] ?? { asked: 0, found: 0 }
    byNoise[page.noise] = { asked: level.asked + 1, found: level.found + Number(found) }
  }
  const found = Object.values(byNoise).reduce((sum, level) => sum + level.found, 0)
  const foundIn10 = percent(found, times.length)
  return { name, asked: times.length, foundIn10, ...percentiles(times), partial, byNoise }
}

export type PhraseResult = { noise: number; asked: number; recall: number; precision: number }

/** Quoted stretches of pages: whether the page is in the answer, and how much of the answer truly holds them. */
export async function measurePhrases(
  { source, count, queries }: Trial,
  ask: Asked,
): Promise<PhraseResult[]> {
  const results: PhraseResult[] = []
  for (const noise of [0, 0.05, 0.1]) {
    const random = seededRandom(`phrases/${noise}`)
    const seen = { asked: 0, found: 0, hits: 0, right: 0 }
    while (seen.asked < queries) {
      const page = source(random.between(0, count - 1))
      const phrase = page.noise === noise ? aPhrase(page, random) : null
      if (phrase === null) continue
      const answer = await ask(`"${phrase}"`, page)
      const ids = (await answer.all?.()) ?? answer.ids
      seen.asked++
      if (ids.includes(page.pageId)) seen.found++
      seen.hits += ids.length
      const wanted = [keyL2(phrase)]
      seen.right += ids.filter((id) => holds(cleanKey(source, id), wanted)).length
    }
    const recall = share(seen.found, seen.asked)
    results.push({ noise, asked: seen.asked, recall, precision: share(seen.right, seen.hits) })
  }
  return results
}

/** Our own search, as a person of the page's office or of the whole country asks it. */
export function askFaem(
  contextFor: (offices: readonly string[] | 'all') => Context,
  given: SearchGiven,
  reach: 'office' | 'nation',
): Asked {
  return async (q, page) => {
    const context = contextFor(reach === 'office' ? [page.employer.office] : 'all')
    const { pages, partial } = await find(context, given, { q, part: 'pages' })
    const ids = pages.hits.map(({ pageId }) => pageId)
    const all = async () => {
      const every = [...ids]
      for (let { next } = pages; next !== null; ) {
        const more = await find(context, given, { q, part: 'pages', after: next })
        every.push(...more.pages.hits.map(({ pageId }) => pageId))
        next = more.pages.next
      }
      return every
    }
    return { ids, partial, all }
  }
}

function cleanKey(source: PageSource, id: string): string {
  return source(Number(id.slice(-12)))
    .clean.map(keyL2)
    .join('')
}

function holds(key: string, words: readonly string[]): boolean {
  return words.every((word) => key.includes(word))
}

function percentiles(times: number[]): { p50: number; p95: number } {
  const ordered = [...times].sort((one, other) => one - other)
  const at = (part: number) => Math.round(ordered[Math.floor(ordered.length * part)] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((1_000 * part) / all) / 1_000
}

export function percent(part: number, all: number): number {
  return Math.round(share(part, all) * 1_000) / 10
}
