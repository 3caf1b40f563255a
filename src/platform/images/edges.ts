import type { GreyPage } from './grey-page.ts'

const inkDepth = 0.75
const windowPixels = 120
/** A stroke that is cut is dark on the edge and further in; dust is not. */
const inward = 3
const cutPixelsMin = 6
const edgeShareMax = 0.5

type Side = { start: number; step: number; length: number; inward: number }

/** Writing on the outermost line of a side; a wholly dark side is the scanner's lid, not writing. */
export function runsOverEdge({ data, width, height }: GreyPage): boolean {
  if (Math.min(width, height) <= inward) return false
  const sides: Side[] = [
    { start: 0, step: 1, length: width, inward: width },
    { start: width * (height - 1), step: 1, length: width, inward: -width },
    { start: 0, step: width, length: height, inward: 1 },
    { start: width - 1, step: width, length: height, inward: -1 },
  ]
  return sides.some((side) => {
    const cut = cutPixels(data, side)
    return cut >= cutPixelsMin && cut / side.length < edgeShareMax
  })
}

function cutPixels(data: Uint8Array, { start, step, length, inward: inside }: Side): number {
  let cut = 0
  for (let from = 0; from < length; from += windowPixels) {
    const to = Math.min(length, from + windowPixels)
    const edge = Array.from({ length: to - from }, (_, n) => start + (from + n) * step)
    // Against the paper nearby: a shadow in a corner is not ink.
    const threshold = paperOf(edge.map((at) => data[at] ?? 255)) * inkDepth
    const isInk = (at: number) => (data[at] ?? 255) < threshold
    cut += edge.filter(
      (at) => isInk(at) && isInk(at + inside) && isInk(at + inward * inside),
    ).length
  }
  return cut
}

function paperOf(levels: readonly number[]): number {
  return levels.toSorted((one, other) => one - other)[Math.floor(levels.length * 0.8)] ?? 255
}
