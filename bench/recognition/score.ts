import { thaiNormalize } from '#thai-text'

/** Text as compared: normalized, without spaces and dot leaders. */
export function canonical(text: string): string {
  return text
    .split('\n')
    .map(thaiNormalize)
    .join('')
    .replace(/[.…·]{2,}/g, '')
    .replace(/\s+/g, '')
}

/** Character errors in percent of the true text's length: fewest insertions, deletions, replacements. */
export function characterErrorRate(truth: string, read: string): number {
  const wanted = canonical(truth)
  const found = canonical(read)
  return (100 * editDistance(wanted, found)) / Math.max(1, wanted.length)
}

/** Word errors in percent, words as ICU cuts the text without its spaces. */
export function wordErrorRate(truth: string, read: string): number {
  const [wanted, found] = [wordsOf(truth), wordsOf(read)]
  return (100 * editDistance(wanted, found)) / Math.max(1, wanted.length)
}

function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
  return [...segmenter.segment(canonical(text))].flatMap(({ segment, isWordLike }) =>
    isWordLike ? [segment] : [],
  )
}

function editDistance(left: ArrayLike<unknown>, right: ArrayLike<unknown>): number {
  let above = Uint32Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let y = 1; y <= left.length; y++) {
    const row = new Uint32Array(right.length + 1)
    row[0] = y
    for (let x = 1; x <= right.length; x++) {
      const change = (above[x - 1] ?? 0) + (left[y - 1] === right[x - 1] ? 0 : 1)
      row[x] = Math.min(change, (above[x] ?? 0) + 1, (row[x - 1] ?? 0) + 1)
    }
    above = row
  }
  return above[right.length] ?? 0
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export function mean(values: readonly number[]): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
}
