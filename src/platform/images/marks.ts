import type { GreyPage } from './grey-page.ts'

/** Darker than this is ink on a page whose light is even. */
export const inkLevel = 160

/** A row of a page of text has about as many; more is made room for when they come. */
const runsInRow = 32

/** A connected piece of ink: a letter, a tone mark, a speck, several letters that touch. */
export type Mark = {
  left: number
  top: number
  /** One past the last pixel. */
  right: number
  bottom: number
  area: number
  /** Its runs of ink: row, first pixel, one past the last, in threes. A view into those of the page. */
  runs: Int32Array
}

/** All connected pieces of ink (corners touch, darker than `level`), found row by row by joining runs that meet. */
export function findMarks({ data, width, height }: GreyPage, level: number = inkLevel): Mark[] {
  const runs = findRuns(data, { width, height, level })
  const parents = Int32Array.from({ length: runs.length / 3 }, (_, run) => run)
  for (let above = 0, current = 0; current < runs.length; ) {
    const y = runs[current] ?? 0
    let next = current
    while (next < runs.length && runs[next] === y) next += 3
    if (runs[above] === y - 1) joinRows(runs, parents, { above, current, next })
    above = current
    current = next
  }
  return gather(runs, parents)
}

type Sheet = { width: number; height: number; level: number }

// Numbers of 32 bits in one piece: as a list of numbers they are the most a reading leaves to the collector.
function findRuns(data: Uint8Array, { width, height, level }: Sheet): Int32Array {
  let runs = new Int32Array(height * runsInRow * 3 + width * 2)
  let count = 0
  for (let y = 0; y < height; y++) {
    const start = y * width
    if (count + width * 2 > runs.length) runs = grown(runs, width * 2)
    for (let x = 0; x < width; x++) {
      if ((data[start + x] ?? 255) >= level) continue
      runs[count++] = y
      runs[count++] = x
      while (x < width && (data[start + x] ?? 255) < level) x++
      runs[count++] = x
    }
  }
  return runs.subarray(0, count)
}

function grown(runs: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(runs.length * 2 + least)
  larger.set(runs)
  return larger
}

function joinRows(
  runs: Int32Array,
  parents: Int32Array,
  rows: { above: number; current: number; next: number },
): void {
  let upper = rows.above
  for (let lower = rows.current; lower < rows.next; lower += 3) {
    const from = (runs[lower + 1] ?? 0) - 1
    const to = (runs[lower + 2] ?? 0) + 1
    while (upper < rows.current && (runs[upper + 2] ?? 0) <= from) upper += 3
    for (let near = upper; near < rows.current && (runs[near + 1] ?? 0) < to; near += 3) {
      const one = rootOf(parents, near / 3)
      const other = rootOf(parents, lower / 3)
      if (one < other) parents[other] = one
      else parents[one] = other
    }
  }
}

function rootOf(parents: Int32Array, start: number): number {
  let at = start
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    parents[at] = parents[parent] ?? parent
    at = parent
  }
  return at
}

/** The runs of each mark together, marks in the order of their first run. */
function gather(runs: Int32Array, parents: Int32Array): Mark[] {
  const lengths = new Int32Array(parents.length)
  for (let run = 0; run < parents.length; run++) {
    const root = rootOf(parents, run)
    parents[run] = root
    lengths[root] = (lengths[root] ?? 0) + 3
  }
  const together = new Int32Array(runs.length)
  const ends = new Int32Array(parents.length)
  let end = 0
  const marks: Mark[] = []
  // A root is the first run of its mark, so its place is known before its other runs come.
  for (let run = 0; run < parents.length; run++) {
    const root = parents[run] ?? run
    if (root === run) {
      ends[root] = end
      end += lengths[root] ?? 0
    }
    const to = ends[root] ?? 0
    together[to] = runs[run * 3] ?? 0
    together[to + 1] = runs[run * 3 + 1] ?? 0
    together[to + 2] = runs[run * 3 + 2] ?? 0
    ends[root] = to + 3
  }
  for (let from = 0, root = 0; root < parents.length; root++) {
    const length = lengths[root] ?? 0
    if (length > 0) marks.push(markOf(together.subarray(from, from + length)))
    from += length
  }
  return marks
}

/** The mark that is made of these runs. */
export function markOf(runs: Int32Array): Mark {
  const mark = { left: runs[1] ?? 0, top: runs[0] ?? 0, right: 0, bottom: 0, area: 0, runs }
  for (let at = 0; at < runs.length; at += 3) {
    const from = runs[at + 1] ?? 0
    const to = runs[at + 2] ?? 0
    if (from < mark.left) mark.left = from
    if (to > mark.right) mark.right = to
    mark.area += to - from
  }
  mark.bottom = (runs.at(-3) ?? 0) + 1
  return mark
}
