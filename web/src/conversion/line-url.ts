import type { BatchState } from '#conversion/contract'
import { definedParts, textPart } from '../api/url-parts.ts'

export const batchStates = [
  'scanning',
  'returned',
  'checking',
  'certifying',
  'certified',
] as const satisfies readonly BatchState[]

/** What the address of the list of batches holds. */
export type LineUrl = { state?: BatchState }

export function readLineUrl(parts: Record<string, unknown>): LineUrl {
  const wanted = textPart(parts['state'])
  return definedParts({ state: batchStates.find((state) => state === wanted) })
}
