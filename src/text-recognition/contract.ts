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
  reply: PageText,
})
