import { z } from 'zod'
import { defineRoute } from '#kernel'

export const limits = { boxes_page_max: 100, pages_max: 100, note_characters_max: 500 }

/** Why something is covered; further words stand in the note. */
export const Reason = z.enum(['personal-data', 'trade-secret', 'other'])
export type Reason = z.infer<typeof Reason>

const fraction = z.number().min(0).max(1)

/** Left, top, width and height in fractions of the page as shown. */
export const Box = z
  .tuple([fraction, fraction, fraction, fraction])
  .refine(
    ([x, y, width, height]) =>
      width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001,
  )
export type Box = z.infer<typeof Box>
export const Boxes = z.array(Box).min(1).max(limits.boxes_page_max)

export const Redaction = z.object({
  redactionId: z.string(),
  reason: Reason,
  note: z.string(),
  madeBy: z.string(),
  madeAt: z.iso.datetime(),
  withdrawn: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  pages: z.array(z.object({ pageId: z.string(), boxes: z.array(Box) })),
})
export type Redaction = z.infer<typeof Redaction>

export const DocumentRedactions = z.object({
  /** The youngest first. */
  redactions: z.array(Redaction),
  /** Whether the reader gets such pages uncovered unless the rendition is asked for. */
  seesThrough: z.boolean(),
})
export type DocumentRedactions = z.infer<typeof DocumentRedactions>

export const listRedactions = defineRoute({
  method: 'GET',
  path: '/documents/:documentId/redactions',
  action: 'documents.open',
  summary: 'What is covered on the pages of a document, by whom and why',
  params: z.object({ documentId: z.uuid() }),
  reply: DocumentRedactions,
})

export const redactPages = defineRoute({
  method: 'POST',
  path: '/documents/:documentId/redactions',
  action: 'redactions.make',
  summary:
    'Cover boxes on pages: a new rendition of each, with the words under the boxes taken out',
  params: z.object({ documentId: z.uuid() }),
  body: z.object({
    id: z.uuid(),
    reason: Reason,
    note: z.string().trim().max(limits.note_characters_max),
    /**
     * All boxes of each page named: they replace those that cover it now. `over` is the redaction that
     * covered it when they were set, null for none.
     */
    pages: z
      .array(z.object({ pageId: z.uuid(), over: z.uuid().nullable(), boxes: Boxes }))
      .min(1)
      .max(limits.pages_max),
  }),
  reply: z.object({ redactionId: z.string(), pages: z.int() }),
})

export const withdrawRedaction = defineRoute({
  method: 'POST',
  path: '/documents/:documentId/redactions/:redactionId/withdrawal',
  action: 'redactions.make',
  summary: 'Take a redaction back; what stood before stands again',
  params: z.object({ documentId: z.uuid(), redactionId: z.uuid() }),
  body: z.object({ id: z.uuid() }),
  reply: z.object({ redactionId: z.string() }),
})
