import { Refusal } from '#kernel'
import type { Activity, Purpose } from './contract.ts'
import { refusals } from './refusals.ts'

export const limits = { copy_pages_max: 500 }

/** What leaves for official information without the head: public matter and facts of registration. */
const openTiers: readonly string[] = ['A', 'B']

type Wanted = {
  purpose: string
  activity: string | null
  reference: string | null
  documents: readonly { accountNo: string; tier: string; pages: number; from: number; to: number }[]
}

type Rules = {
  purposes: readonly Purpose[]
  activities: readonly Activity[]
  /** Whether the person decides on the single request, as the head does. */
  mayRelease: boolean
}

/** Null when the copy may be taken. */
export function whyNotCopy(wanted: Wanted, rules: Rules): Refusal | null {
  const { documents, reference } = wanted
  const purpose = rules.purposes.find(({ code }) => code === wanted.purpose)
  if (purpose === undefined) return new Refusal(refusals.purpose_unknown)
  const activityKnown = rules.activities.some(({ code }) => code === wanted.activity)
  if (purpose.requiresActivity ? !activityKnown : wanted.activity !== null) {
    return new Refusal(refusals.activity_lacking)
  }
  if (purpose.reference !== 'optional' && !reference) return new Refusal(refusals.reference_lacking)
  if (new Set(documents.map(({ accountNo }) => accountNo)).size > 1) {
    return new Refusal(refusals.several_files)
  }
  const beyond = documents.find(({ from, to, pages }) => from > to || to > pages)
  if (beyond !== undefined) return new Refusal(refusals.pages_unknown, { pages: beyond.pages })
  const count = documents.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const most = limits.copy_pages_max
  if (count > most) return new Refusal(refusals.too_many_pages, { count, most })
  const closed = documents.some(({ tier }) => !openTiers.includes(tier))
  if (purpose.code === 'public-information' && closed && !rules.mayRelease) {
    return new Refusal(refusals.tier_too_high)
  }
  return null
}
