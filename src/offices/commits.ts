import { z } from 'zod'
import { defineCommits } from '#record'
import { Office } from './contract.ts'

export const commits = defineCommits({
  /** What these offices are from now on; offices not named stay as they are. */
  'offices.listed/1': z.object({ offices: z.array(Office).min(1) }),
})
