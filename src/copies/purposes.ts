import { z } from 'zod'
import { Activity, Purpose } from './contract.ts'
import seed from './purposes-seed.json' with { type: 'json' }

/** The purposes that a copy may be taken for, with the activities of the office's own duty. */
export const { purposes, activities, screenWarningTh } = z
  .object({
    purposes: z.array(Purpose),
    activities: z.array(Activity),
    screenWarningTh: z.string(),
  })
  .parse(seed)
