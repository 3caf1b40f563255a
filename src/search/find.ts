import type { Scope } from '#kernel'
import type { ReadConnection } from '#platform/postgres'
import type { Context } from '#record'
import type { SearchAnswer, SearchQuery } from './contract.ts'
import { limits as contractLimits } from './contract.ts'
import { type Cursor, pageOf, readCursor } from './cursor.ts'
import { type Deadline, readInTime, startDeadline } from './deadline.ts'
import { findByName } from './find-employers.ts'
import { findByNumber } from './find-numbers.ts'
import { type FoundPages, findPages, misreadRank, limits as pageLimits } from './find-pages.ts'
import {
  limits as employerLimits,
  exactRank,
  type FoundEmployers,
  sureRank,
} from './found-employers.ts'
import type { SearchGiven } from './given.ts'
import { type Hint, readFields, splitFields } from './query-fields.ts'
import { type FormQuery, readForm } from './read-form.ts'
import { type PageWords, readPageWords, readQuery, type TypedQuery } from './read-query.ts'
import { retypings } from './retypings.ts'
import { showEmployers, showPages } from './show-hits.ts'
import { nameOffer, pageWordOffer } from './spelling-offers.ts'

/** One question, on its way: what the person may see, what was typed, and how long it may take. */
type Asking = {
  given: SearchGiven
  scope: Scope
  query: SearchQuery
  typed: TypedQuery
  deadline: Deadline
}

/**
 * Employers by number or name and pages by their words, within the caller's offices. Never longer than
 * the time limit: then `partial` says so. @throws Refusal search.bad_cursor
 */
export async function find(
  context: Context,
  given: SearchGiven,
  query: SearchQuery,
): Promise<SearchAnswer> {
  const started = performance.now()
  const scope = context.may('search.find')
  const { asking, hints } = await understand({ given, scope, deadline: startDeadline() }, query)
  const after = readCursor(query.after)
  const employers = await employersPart(asking, query.part === 'employers' ? after : null)
  const pages = await pagesPart(asking, query.part === 'pages' ? after : null)
  const nothing = employers.part.count === 0 && pages.part.count === 0
  return {
    reading: asking.typed.reading,
    employers: employers.part,
    pages: pages.part,
    // Alike hits alone do not count: typed on the wrong layout, a name is alike to something by chance.
    offers: nothing
      ? [
          ...(employers.sure ? [] : await keyboardOffer(asking)),
          ...spellingOffers([employers.offer, pages.offer]),
        ]
      : [],
    hints,
    partial: employers.partial || pages.partial,
    milliseconds: Math.round(performance.now() - started),
  }
}

/** The query without its fields, which narrow it instead. */
async function understand(
  asking: Pick<Asking, 'given' | 'scope' | 'deadline'>,
  query: SearchQuery,
): Promise<{ asking: Asking; hints: Hint[] }> {
  const { words: q, fields, hints } = splitFields(query.q)
  const typed = readQuery(q)
  if (fields.length === 0) return { asking: { ...asking, query, typed }, hints }
  let narrowed = query
  await readInTime(asking.given, asking.deadline, async (read) => {
    const offices = await asking.given.officeNames(read)
    const types = await asking.given.documentTypes(read)
    const meant = readFields(fields, { offices, types })
    narrowed = { ...query, ...meant.fields, q }
    hints.push(...meant.hints)
  })
  return { asking: { ...asking, query: narrowed, typed }, hints }
}

function spellingOffers(offers: readonly (string | null)[]): SearchAnswer['offers'] {
  const given = new Set(offers.filter((offer) => offer !== null))
  return [...given].map((q) => ({ kind: 'spelling', q }))
}

type Part<Of> = { part: Of; partial: boolean; offer: string | null }

async function employersPart(
  asking: Asking,
  after: Cursor | null,
): Promise<Part<SearchAnswer['employers']> & { sure: boolean }> {
  const { query, given, deadline, typed } = asking
  const { found, capped, partial } =
    query.part === 'pages' ? noEmployers() : await foundEmployers(asking)
  const all = [...found.values()]
  const exact = all.filter(({ rank }) => rank < exactRank)
  // Names that are only alike are counted where there are no others.
  const counted = exact.length > 0 ? exact : all
  const { hits, next } = pageOf(all, after, contractLimits.page_size)
  let shown: SearchAnswer['employers']['hits'] = []
  const show = async (read: ReadConnection) => {
    shown = await showEmployers(read, given, { found: hits, typed })
  }
  const inTime = hits.length === 0 || (await readInTime(given, deadline, show))
  const part = {
    hits: shown,
    count: Math.min(exact.length, employerLimits.counted_max),
    capped,
    similar: all.length - exact.length,
    next,
    offices: facet(counted.map(({ officeId }) => officeId)),
    statuses: facet(counted.map(({ status }) => status)),
    provinces: facet(counted.flatMap(({ province }) => province ?? [])),
    forms: facet(counted.flatMap(({ form }) => form ?? [])),
  }
  const offer = exact.length > 0 || typed.reading !== 'text' ? null : nameOffer(typed.text, all)
  const sure = all.some(({ rank }) => rank <= sureRank)
  return { part, partial: partial || !inTime, offer, sure }
}

function noEmployers(): FoundEmployers {
  return { found: new Map(), capped: false, partial: false }
}

async function foundEmployers(asking: Asking): Promise<FoundEmployers> {
  const { typed } = asking
  switch (typed.reading) {
    case 'nothing':
      return noEmployers()
    case 'number':
      return await findByNumber(asking, typed.digits)
    case 'text':
      return await findByName(asking, typed.text)
  }
}

async function pagesPart(
  asking: Asking,
  after: Cursor | null,
): Promise<Part<SearchAnswer['pages']>> {
  const { query, given, deadline, typed } = asking
  const none =
    query.part === 'employers' || (typed.reading === 'nothing' && query.type === undefined)
  const { words, found, capped, partial } = none
    ? { words: readPageWords(''), ...noPages() }
    : await foundPages(asking)
  const all = [...found.values()]
  const exact = all.filter(({ rank }) => rank < misreadRank)
  const { hits, next } = pageOf(all, after, contractLimits.page_size)
  let shown: SearchAnswer['pages']['hits'] = []
  const show = async (read: ReadConnection) => {
    shown = await showPages(read, given, { found: hits, words })
  }
  const inTime = hits.length === 0 || (await readInTime(given, deadline, show))
  // Pages that only may hold the words are counted where there are no others.
  const counted = exact.length > 0 ? exact : all
  const part = {
    hits: shown,
    count: Math.min(exact.length, pageLimits.counted_max),
    capped,
    similar: all.length - exact.length,
    next,
    types: facet(counted.map(({ type }) => type)),
    years: facet(counted.flatMap(({ year }) => (year === null ? [] : String(year)))),
  }
  const offer = exact.length > 0 ? null : pageWordOffer(query.q, words, shown)
  return { part, partial: partial || !inTime, offer }
}

function noPages(): FoundPages {
  return { found: new Map(), capped: false, partial: false }
}

/** By the form that the query names at its beginning, where that finds pages; else by all its words. */
async function foundPages(asking: Asking): Promise<FoundPages & { words: PageWords }> {
  const { query, given, deadline, typed } = asking
  let form: FormQuery | null = null
  await readInTime(given, deadline, async (read) => {
    if (query.type === undefined && typed.reading === 'text')
      form = readForm(typed.text, await given.documentTypes(read))
  })
  const narrowed = form === null ? null : await pagesOfForm(asking, form)
  if (narrowed !== null && narrowed.found.size > 0) return narrowed
  const words = readPageWords(typed.reading === 'number' ? typed.digits : query.q)
  return { words, ...(await findPages(asking, words)) }
}

async function pagesOfForm(
  asking: Asking,
  { type, year, words: typed }: FormQuery,
): Promise<FoundPages & { words: PageWords }> {
  const words = readPageWords(typed)
  const query = { ...asking.query, type, ...(year === null ? {} : { year }) }
  return { words, ...(await findPages({ ...asking, query }, words)) }
}

/** Most frequent first. */
function facet(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
}

/** What the same keys give on the other layout, when that finds something. Offered, never applied. */
async function keyboardOffer(asking: Asking): Promise<SearchAnswer['offers']> {
  let best: { q: string; rank: number } | null = null
  for (const q of retypings(asking.query.q)) {
    const retyped: Asking = { ...asking, query: { ...asking.query, q }, typed: readQuery(q) }
    const { part } = asking.query
    const employers = part === 'pages' ? noEmployers() : await foundEmployers(retyped)
    const pages = part === 'employers' ? noPages() : await findPages(retyped, readPageWords(q))
    const ranks = [...employers.found.values(), ...pages.found.values()].map(({ rank }) => rank)
    const rank = Math.min(...ranks)
    if (ranks.length > 0 && (best === null || rank < best.rank)) best = { q, rank }
  }
  return best === null ? [] : [{ kind: 'keyboard', q: best.q }]
}
