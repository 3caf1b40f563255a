import type { PaperFile, PaperState } from '#paper-files/contract'
import type { Say } from '../words/words.ts'

/** The states in the order of their keys, 1 to 7. */
export const stateKeys: readonly PaperState[] = [
  'expected',
  'found',
  'not-found',
  'damaged',
  'on-loan',
  'on-line',
  'converted',
]

type Placed = Pick<PaperFile, 'building' | 'shelf' | 'box'>

/** `อาคาร 1 · ตู้ 12 · กล่อง 3`, or that no place is known. */
export function sayPlace({ building, shelf, box }: Placed, say: Say): string {
  const place = [building, shelf, box].filter((part) => part !== '').join(' · ')
  return place === '' ? say('paper.noPlace') : place
}

/** Volume and branch, where there is more than the first of the head office. */
export function sayVolume({ volumeNo, branchNo }: PaperFile, say: Say): string {
  const parts = []
  if (branchNo !== '000000') parts.push(say('paper.branch', { branch: branchNo }))
  if (volumeNo > 1) parts.push(say('paper.volume', { volume: volumeNo }))
  return parts.join(' · ')
}
