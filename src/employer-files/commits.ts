import { z } from 'zod'
import { defineCommits } from '#record'

export const Tier = z.enum(['A', 'B', 'C', 'D', 'E', 'F'])
export type Tier = z.infer<typeof Tier>

/** A section of the file; `raisesTo` lifts every paper in it to at least that tier. */
export const SectionRule = z.object({
  code: z.string(),
  order: z.int(),
  titleTh: z.string(),
  titleEn: z.string(),
  defaultTier: Tier,
  raisesTo: Tier.nullable(),
})
export type SectionRule = z.infer<typeof SectionRule>

/** Filled by any one of `anyOf`; an alternative needs all document types of `allOf`. */
export const SlotRule = z.object({
  code: z.string(),
  titleTh: z.string(),
  titleEn: z.string(),
  need: z.enum(['required', 'when-applicable']),
  repeatsFor: z.string().nullable(),
  anyOf: z.array(z.object({ allOf: z.array(z.string()).min(1) })).min(1),
  certainty: z.string(),
})
export type SlotRule = z.infer<typeof SlotRule>

export const ChecklistRule = z.object({
  code: z.string(),
  employerTypes: z.array(z.string()),
  slots: z.array(SlotRule),
})
export type ChecklistRule = z.infer<typeof ChecklistRule>

export const commits = defineCommits({
  /** The whole set of sections and checklists; it replaces the set before. */
  'employer-files.rules-listed/1': z.object({
    sections: z.array(SectionRule),
    checklists: z.array(ChecklistRule),
  }),
  'employer-files.slot-waived/1': z.object({
    accountNo: z.string(),
    /** The employer's responsible office when the slot was waived. */
    officeId: z.string(),
    slot: z.string(),
    reason: z.string(),
  }),
})
