import type { z } from 'zod'
import type { Role } from '#identity/contract'

export type RoleCode = z.infer<typeof Role>

/** Every role, those of the daily work first. */
export const roleCodes: readonly RoleCode[] = [
  'registrar',
  'scanner',
  'checker',
  'certifier',
  'counter',
  'inspector',
  'legal-officer',
  'finance',
  'benefits',
  'head',
  'administrator',
  'auditor',
  'data-protection-officer',
]
