export type Box = readonly [left: number, top: number, width: number, height: number]

/** The order in which pages are fetched around the one on screen: 0, +1, +2, −1, +3, −2, −3. */
const preloadOrder = [0, 1, 2, -1, 3, -2, -3]

/** Indexes of the pages to hold decoded, nearest to the reader's next step first. */
export function pagesToHold(current: number, pages: number): number[] {
  return preloadOrder.map((step) => current + step).filter((at) => at >= 0 && at < pages)
}

/**
 * A box in fractions of the page, in the viewer's coordinates: the page is 1 wide, and as high as
 * its form. Most of the page's width stays in view, so that a reader sees where the box stands.
 */
export function viewBox(
  [left, top, width, height]: Box,
  [wide, high]: readonly [number, number],
): Box {
  const form = high / wide
  const near = Math.max(width + 0.12, 0.7)
  const tall = height * form + 0.12
  return [left + width / 2 - near / 2, (top + height / 2) * form - tall / 2, near, tall]
}

export type Hits = readonly { ordinal: number; boxes: readonly Box[] }[]

/** All boxes of a document in reading order, each with its page: what N and Shift+N step through. */
export function hitSteps(hits: Hits): { ordinal: number; box: Box }[] {
  return hits.flatMap(({ ordinal, boxes }) => boxes.map((box) => ({ ordinal, box })))
}

/** The next place after `hit` (from 1), round and round. */
export function stepHit(hit: number, by: number, hits: number): number {
  return hits === 0 ? 0 : ((((hit - 1 + by) % hits) + hits) % hits) + 1
}
