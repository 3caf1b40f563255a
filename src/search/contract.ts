import { z } from 'zod'
import { AccountNo, BranchNo, EmployerStatus } from '#employers/contract'
import { defineRoute } from '#kernel'
import { OfficeCode } from '#offices/contract'

export const limits = {
  query_length_max: 200,
  page_size: 20,
  page_size_max: 50,
  suggestions_max: 8,
}

/** Ranges of UTF-16 code units in the text beside it, on grapheme borders. */
export const Ranges = z.array(z.tuple([z.int(), z.int()]))

export const EmployerHit = z.object({
  accountNo: AccountNo,
  /** The full legal name. */
  name: z.string(),
  /** The name or number that was found, when it is not the present name: a former name, a juristic number. */
  matched: z.object({ kind: z.string(), text: z.string(), ranges: Ranges }),
  officeId: OfficeCode,
  officeName: z.string(),
  status: EmployerStatus,
  district: z.string().nullable(),
  province: z.string().nullable(),
  pages: z.int(),
  /** `exact`: found as typed or folded. `similar`: within the edit distance or alike in sound. */
  tier: z.enum(['exact', 'similar']),
})
export type EmployerHit = z.infer<typeof EmployerHit>

/** A box on the page image: left, top, width, height as fractions of the page. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])

export const PageHit = z.object({
  pageId: z.string(),
  documentId: z.string(),
  ordinal: z.int(),
  accountNo: AccountNo,
  branchNo: BranchNo,
  employerName: z.string(),
  type: z.string(),
  typeTitleTh: z.string(),
  formNo: z.string().nullable(),
  year: z.int().nullable(),
  /** The recognised line in which the words stand. */
  line: z.string(),
  ranges: Ranges,
  /** Where the line stands, for its image strip. */
  lineBox: Box,
  tier: z.enum(['exact', 'similar']),
})
export type PageHit = z.infer<typeof PageHit>

const Facet = z.array(z.object({ value: z.string(), count: z.int() }))

export const SearchQuery = z.object({
  q: z.string().max(limits.query_length_max),
  /** An office code; absent: every office of the caller's scope. */
  office: OfficeCode.optional(),
  status: EmployerStatus.optional(),
  /** As an answer's facet gave it; narrows employer hits. */
  province: z.string().max(60).optional(),
  /** A legal form, as an answer's facet gave it; narrows employer hits. */
  form: z.string().max(40).optional(),
  /** A document type code; narrows page hits. */
  type: z.string().optional(),
  /** The Common Era year of the document. */
  year: z.coerce.number().int().optional(),
  /** Only this employer file. */
  account: AccountNo.optional(),
  part: z.enum(['all', 'employers', 'pages']).default('all'),
  /** The cursor of the part asked for, as the answer before gave it. */
  after: z.string().optional(),
})
export type SearchQuery = z.output<typeof SearchQuery>

export const SearchAnswer = z.object({
  /** What the box was taken for. */
  reading: z.enum(['nothing', 'number', 'text']),
  employers: z.object({
    hits: z.array(EmployerHit),
    /** Exact count up to the limit; `capped` says that there are more. */
    count: z.int(),
    capped: z.boolean(),
    similar: z.int(),
    next: z.string().nullable(),
    offices: Facet,
    statuses: Facet,
    provinces: Facet,
    forms: Facet,
  }),
  pages: z.object({
    hits: z.array(PageHit),
    /** Of those that hold the words as typed, as in the facets; where there are none, these count the similar ones. */
    count: z.int(),
    capped: z.boolean(),
    similar: z.int(),
    next: z.string().nullable(),
    types: Facet,
    years: Facet,
  }),
  /** Other readings, offered and never applied: a wrong keyboard layout, a similar spelling. */
  offers: z.array(z.object({ kind: z.enum(['keyboard', 'spelling']), q: z.string() })),
  /** Fields of the query that could not be followed, such as an office that there is not; the rest was. */
  hints: z.array(
    z.object({
      code: z.enum(['unknown_field', 'unknown_type', 'unknown_office', 'unknown_year']),
      text: z.string(),
    }),
  ),
  /** True when the time limit cut the answer short. */
  partial: z.boolean(),
  milliseconds: z.number(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const search = defineRoute({
  method: 'GET',
  path: '/search',
  action: 'search.find',
  summary: 'Employers by number or name, and pages by their words',
  query: SearchQuery,
  reply: SearchAnswer,
})

export const SuggestQuery = SearchQuery.pick({ q: true, office: true })
export type SuggestQuery = z.output<typeof SuggestQuery>

export const Suggestion = z.object({
  /** Such as `present`, `former`, `english`, `account`, `juristic`. */
  kind: z.string(),
  /** The name, or the number as it is written. */
  text: z.string(),
  ranges: Ranges,
  /** Null where several employers bear the name. */
  accountNo: AccountNo.nullable(),
  tier: z.enum(['exact', 'similar']),
})
export type Suggestion = z.infer<typeof Suggestion>

/** Asked at every key: a name, an account or a juristic number that may be meant. */
export const suggest = defineRoute({
  method: 'GET',
  path: '/search/suggestions',
  action: 'search.find',
  summary: 'What the search box may become while somebody types',
  query: SuggestQuery,
  reply: z.object({ suggestions: z.array(Suggestion) }),
})

/** Where the words stand on the pages of one document, for the frames in the viewer. */
export const findInDocument = defineRoute({
  method: 'GET',
  path: '/documents/:documentId/hits',
  action: 'documents.open',
  summary: 'The places of these words on the pages of a document',
  params: z.object({ documentId: z.uuid() }),
  query: z.object({ q: z.string().min(1).max(limits.query_length_max) }),
  reply: z.object({
    hits: z.array(
      z.object({ pageId: z.string(), ordinal: z.int(), line: z.string(), boxes: z.array(Box) }),
    ),
  }),
})

export const SavedSearch = z.object({
  savedId: z.uuid(),
  name: z.string().trim().min(1).max(80),
  query: SearchQuery.pick({ q: true, office: true, status: true, type: true, year: true }),
})
export type SavedSearch = z.output<typeof SavedSearch>

export const listSavedSearches = defineRoute({
  method: 'GET',
  path: '/saved-searches',
  action: 'search.find',
  summary: 'The searches that the person has saved',
  reply: z.object({ searches: z.array(SavedSearch) }),
})

/** The caller makes the id, so that asking twice saves once; the same id again renames or changes it. */
export const saveSearch = defineRoute({
  method: 'PUT',
  path: '/saved-searches/:savedId',
  action: 'search.find',
  summary: 'Save a search, or change a saved one',
  params: SavedSearch.pick({ savedId: true }),
  body: SavedSearch.omit({ savedId: true }),
  reply: SavedSearch,
})

export const forgetSearch = defineRoute({
  method: 'DELETE',
  path: '/saved-searches/:savedId',
  action: 'search.find',
  summary: 'Forget a saved search',
  params: SavedSearch.pick({ savedId: true }),
  reply: z.object({}),
})

export const SimilarPage = PageHit.pick({
  pageId: true,
  documentId: true,
  accountNo: true,
  ordinal: true,
  type: true,
  year: true,
}).extend({
  /** Of the pieces of text of both pages, those that both have: 1 is the same text. */
  share: z.number(),
  nearDuplicate: z.boolean(),
})
export type SimilarPage = z.output<typeof SimilarPage>

export const similarPages = defineRoute({
  method: 'GET',
  path: '/pages/:pageId/similar',
  action: 'documents.open',
  summary: 'Pages with much the same text',
  params: z.object({ pageId: z.uuid() }),
  reply: z.object({ pages: z.array(SimilarPage) }),
})
