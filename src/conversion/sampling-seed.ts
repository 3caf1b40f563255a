import { SamplingChoice } from './contract.ts'
import seed from './sampling-choice-seed.json' with { type: 'json' }

/** How an office samples until its administrator chooses. */
export const samplingSeed: SamplingChoice = SamplingChoice.parse(seed)
