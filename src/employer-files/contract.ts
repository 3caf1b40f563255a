import { z } from 'zod'
import { AccountNo } from '#employers/contract'
import { defineRoute } from '#kernel'

export const Section = z.object({
  code: z.string(),
  order: z.int(),
  titleTh: z.string(),
  titleEn: z.string(),
})
export type Section = z.infer<typeof Section>

/** One way to fill a slot: all of these document types together. */
export const Alternative = z.object({
  types: z.array(z.object({ code: z.string(), titleTh: z.string(), filed: z.boolean() })),
})

export const Slot = z.object({
  code: z.string(),
  titleTh: z.string(),
  titleEn: z.string(),
  need: z.enum(['required', 'when-applicable']),
  /** What the slot is repeated for (one set per director …); the copies found are counted. */
  repeatsFor: z.string().nullable(),
  anyOf: z.array(Alternative),
  state: z.enum(['found', 'missing', 'waived', 'not-asked']),
  copies: z.int(),
  waiver: z.object({ reason: z.string(), by: z.string(), on: z.iso.datetime() }).nullable(),
})
export type Slot = z.infer<typeof Slot>

/** The papers that should be in a file. Null when the employer type is unknown: no completeness shown. */
export const Checklist = z.object({
  code: z.string(),
  slots: z.array(Slot),
  filled: z.int(),
  counted: z.int(),
})
export type Checklist = z.infer<typeof Checklist>

export const waiveSlot = defineRoute({
  method: 'POST',
  path: '/employer-files/:accountNo/waivers',
  action: 'employer-files.waive',
  summary: 'Set a slot of the checklist aside, with a reason',
  params: z.object({ accountNo: AccountNo }),
  body: z.object({ id: z.uuid(), slot: z.string(), reason: z.string().trim().min(3).max(500) }),
  reply: z.object({ slot: z.string(), state: z.literal('waived') }),
})
