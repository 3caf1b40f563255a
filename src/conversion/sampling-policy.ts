import { z } from 'zod'
import type { SamplingPolicy } from './draw-plan.ts'
import seed from './sampling-policy-seed.json' with { type: 'json' }

/** How the office samples. */
export const samplingPolicy: SamplingPolicy = z
  .object({
    aql: z.number(),
    reducedAllowed: z.boolean(),
    mandatoryTypes: z.array(z.string()),
    plantedEach: z.int().min(0),
  })
  .parse(seed)
