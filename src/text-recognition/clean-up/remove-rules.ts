import type { GreyImage } from '../pixels.ts'

const inkLevel = 160
const acrossInch = 0.4
const downInch = 0.45
const thickestInch = 0.035

/**
 * Rules of tables and forms taken off: long straight runs of ink, as thin as a rule. Where a letter
 * crosses a rule the ink is thicker there and stays. Changes the image.
 */
export function removeRules(image: GreyImage): void {
  const thickest = Math.max(3, Math.round(thickestInch * image.dpi))
  const across = { length: Math.round(acrossInch * image.dpi), thickest }
  const down = { length: Math.round(downInch * image.dpi), thickest }
  const { width, height } = image
  // Both directions are found before either is taken off, or a crossing would break the other rule.
  const rows = findRuns(image.data, { lines: height, along: width, step: 1, stride: width }, across)
  const columns = findRuns(
    image.data,
    { lines: width, along: height, step: width, stride: 1 },
    down,
  )
  wipe(image.data, rows, { lines: height, stride: width, step: 1, thickest })
  wipe(image.data, columns, { lines: width, stride: 1, step: width, thickest })
}

type Grid = { lines: number; along: number; step: number; stride: number }
type Run = { line: number; from: number; to: number }

/** Runs of ink at least `length` long; breaks of two pixels, as faint rules have, are bridged. */
function findRuns(data: Uint8Array, grid: Grid, rule: { length: number }): Run[] {
  const runs: Run[] = []
  for (let line = 0; line < grid.lines; line++) {
    let from = -1
    let last = -9
    for (let n = 0, at = line * grid.stride; n < grid.along; n++, at += grid.step) {
      if ((data[at] ?? 255) >= inkLevel) continue
      if (n - last > 3) {
        if (last - from >= rule.length) runs.push({ line, from, to: last + 1 })
        from = n
      }
      last = n
    }
    if (last - from >= rule.length) runs.push({ line, from, to: last + 1 })
  }
  return runs
}

type Wiping = { lines: number; stride: number; step: number; thickest: number }

function wipe(
  data: Uint8Array,
  runs: readonly Run[],
  { lines, stride, step, thickest }: Wiping,
): void {
  for (const { line, from, to } of runs) {
    for (let n = from; n < to; n++) {
      const at = n * step
      const first = edge(data, { at, line, towards: -1, stride, lines, thickest })
      const last = edge(data, { at, line, towards: 1, stride, lines, thickest })
      if (last - first > thickest) continue
      // One pixel more on both sides takes the grey fringe of the rule along.
      for (let y = Math.max(0, first - 1); y <= Math.min(lines - 1, last + 1); y++)
        data[at + y * stride] = 255
    }
  }
}

type Edge = {
  at: number
  line: number
  towards: 1 | -1
  stride: number
  lines: number
  thickest: number
}

/** The outermost ink from `line` in one direction, looking no further than a rule is thick. */
function edge(data: Uint8Array, { at, line, towards, stride, lines, thickest }: Edge): number {
  let y = line
  while (Math.abs(y - line) <= thickest) {
    const next = y + towards
    if (next < 0 || next >= lines || (data[at + next * stride] ?? 255) >= inkLevel) break
    y = next
  }
  return y
}
