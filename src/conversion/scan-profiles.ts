import type { z } from 'zod'
import { Refusal } from '#kernel'
import { listProfiles } from './contract.ts'
import { refusals } from './refusals.ts'
import seed from './scan-profiles-seed.json' with { type: 'json' }

const { profiles } = listProfiles.reply.parse(seed)

export function scanProfiles(): z.infer<typeof listProfiles.reply> {
  return { profiles }
}

/** @throws Refusal `conversion.profile_unknown` */
export function profileOf(code: string): (typeof profiles)[number] {
  const profile = profiles.find((each) => each.code === code)
  if (profile === undefined) throw new Refusal(refusals.profile_unknown, { profile: code })
  return profile
}
