import { z } from 'zod'
import { defineRoute } from '#kernel'
import { PageBox } from './recognised-page.ts'

export const PageText = z.object({
  state: z.enum(['waiting', 'done', 'failed']),
  /** Name and version; null while the page is not read. */
  engine: z.string().nullable(),
  /** In reading order; `box` in fractions of the page as scanned, `confidence` 0 to 100. */
  lines: z.array(z.object({ text: z.string(), box: PageBox, confidence: z.number() })),
  pixels: z.tuple([z.int(), z.int()]),
})
export type PageText = z.infer<typeof PageText>

export const openPageText = defineRoute({
  method: 'GET',
  path: '/pages/:pageId/text',
  action: 'documents.open',
  summary: 'The words of a page as the machine read them, with their places',
  params: z.object({ pageId: z.uuid() }),
  /** `covered=1`: without what is covered, also for who sees through. */
  query: z.object({ covered: z.literal('1').optional() }),
  reply: PageText,
})

export const ReadingProgress = z.object({
  /** Pages of all offices that no machine has read yet, and those that cannot be read. */
  waiting: z.int(),
  failed: z.int(),
  /** Of the last ten minutes; 0 while nobody reads. */
  pagesPerMinute: z.number(),
  /** When the waiting pages are read at this pace; null when none wait or nobody reads. */
  endsAt: z.iso.datetime().nullable(),
  /** Who read in the last ten minutes, and how many pages. */
  readers: z.array(z.object({ node: z.string(), pages: z.int() })),
  /** Readings of each node that another made again in the last thirty days, and how many differed. */
  checks: z.array(z.object({ node: z.string(), checked: z.int(), differing: z.int() })),
})
export type ReadingProgress = z.infer<typeof ReadingProgress>

export const readingProgress = defineRoute({
  method: 'GET',
  path: '/reading/progress',
  action: 'jobs.list',
  summary: 'How far the reading of pages is, how fast it goes and when it will be done',
  reply: ReadingProgress,
})
