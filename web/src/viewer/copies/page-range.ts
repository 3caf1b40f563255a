import { arabicDigits } from '#thai-text'

export type PageRange = { from: number; to: number }

/** `3` or `3-7`, in Thai digits too, as pages of a document of so many; null for anything else. */
export function readPageRange(typed: string, pages: number): PageRange | null {
  const match = /^\s*(\d{1,5})\s*(?:[-–]\s*(\d{1,5})\s*)?$/.exec(arabicDigits(typed))
  if (match === null) return null
  const from = Number(match[1])
  const to = Number(match[2] ?? match[1])
  return from >= 1 && from <= to && to <= pages ? { from, to } : null
}
