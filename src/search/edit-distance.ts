/** The least number of letters put in, left out, changed or swapped with their neighbour between two texts. */
export function editDistance(one: string, other: string): number {
  const width = other.length + 1
  let beforeLast = new Uint16Array(width)
  let last = Uint16Array.from({ length: width }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const next = new Uint16Array(width)
    next[0] = row
    for (let at = 1; at < width; at++) {
      const same = one[row - 1] === other[at - 1]
      const changed = (last[at - 1] ?? 0) + (same ? 0 : 1)
      let least = Math.min(changed, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1)
      const swapped =
        row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      if (swapped) least = Math.min(least, (beforeLast[at - 2] ?? 0) + 1)
      next[at] = least
    }
    beforeLast = last
    last = next
  }
  return last[width - 1] ?? 0
}
