import { Refusal, type Reply } from '#kernel'
import type { InspectionLevel, listSamplingPlans as route } from './contract.ts'
import { refusals } from './refusals.ts'
import {
  codeLetter,
  lotSizes,
  planForLetter,
  qualityLimits,
  type Sampled,
} from './sampling/sampling-plan.ts'

type Choice = { level: InspectionLevel; aql: number }

/**
 * What a choice means for each size of batch: the plans that the check draws by.
 * @throws Refusal `conversion.aql_unknown`
 */
export function listSamplingPlans({ level, aql }: Choice): Reply<typeof route> {
  if (!qualityLimits.includes(aql)) throw new Refusal(refusals.aql_unknown, { aql })
  const plans = lotSizes.map(({ least, most }) => {
    const plan = (severity: Sampled) => planForLetter(codeLetter(least, level), aql, severity)
    return {
      least,
      most,
      normal: plan('normal'),
      tightened: plan('tightened'),
      reduced: plan('reduced'),
    }
  })
  return { qualityLimits: [...qualityLimits], plans }
}
