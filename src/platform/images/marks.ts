import type { GreyPage } from './grey-page.ts'

/** Darker than this is ink on a page whose light is even. */
export const inkLevel = 160

/** A connected piece of ink: a letter, a tone mark, a speck, several letters that touch. */
export type Mark = {
  left: number
  top: number
  /** One past the last pixel. */
  right: number
  bottom: number
  area: number
  /** Its runs of ink: row, first pixel, one past the last, in threes. */
  runs: number[]
}

/** All connected pieces of ink (corners touch, darker than `level`), found row by row by joining runs that meet. */
export function findMarks({ data, width, height }: GreyPage, level: number = inkLevel): Mark[] {
  const runs: number[] = []
  const parents: number[] = []
  let above = 0
  let current = 0
  for (let y = 0; y < height; y++) {
    const next = runs.length
    collectRuns(data, { y, width, level, runs })
    for (let at = next; at < runs.length; at += 3) parents.push(at / 3)
    joinRows(runs, parents, { above: y === 0 ? next : above, current: next })
    above = next
    current = runs.length
  }
  return gather(runs.slice(0, current), parents)
}

function collectRuns(
  data: Uint8Array,
  { y, width, level, runs }: { y: number; width: number; level: number; runs: number[] },
): void {
  const start = y * width
  for (let x = 0; x < width; x++) {
    if ((data[start + x] ?? 255) >= level) continue
    const from = x
    while (x < width && (data[start + x] ?? 255) < level) x++
    runs.push(y, from, x)
  }
}

function joinRows(
  runs: readonly number[],
  parents: number[],
  rows: { above: number; current: number },
): void {
  let upper = rows.above
  for (let lower = rows.current; lower < runs.length; lower += 3) {
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

function rootOf(parents: number[], start: number): number {
  let at = start
  for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
    parents[at] = parents[parent] ?? parent
    at = parent
  }
  return at
}

function gather(runs: readonly number[], parents: number[]): Mark[] {
  const marks = new Map<number, Mark>()
  for (let at = 0; at < runs.length; at += 3) {
    const y = runs[at] ?? 0
    const from = runs[at + 1] ?? 0
    const to = runs[at + 2] ?? 0
    const root = rootOf(parents, at / 3)
    let mark = marks.get(root)
    if (!mark) {
      mark = { left: from, top: y, right: to, bottom: y + 1, area: 0, runs: [] }
      marks.set(root, mark)
    }
    if (from < mark.left) mark.left = from
    if (to > mark.right) mark.right = to
    mark.bottom = y + 1
    mark.area += to - from
    mark.runs.push(y, from, to)
  }
  return [...marks.values()]
}
