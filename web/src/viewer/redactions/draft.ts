import type { Box } from '../page-geometry.ts'
import type { StandingCover } from '../shown-page.ts'

/** Boxes that are being set, by page; nothing of it is saved. */
export type Draft = ReadonlyMap<string, readonly Box[]>

/** What covered each page when the draft began. */
export type Standing = ReadonlyMap<string, StandingCover>

const least = 0.004

/** The box between two corners, within the page; null where it is too small to be meant. */
export function boxBetween(
  [x, y]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): Box | null {
  const [left, right] = [clamp(Math.min(x, toX)), clamp(Math.max(x, toX))]
  const [top, bottom] = [clamp(Math.min(y, toY)), clamp(Math.max(y, toY))]
  const box: Box = [left, top, right - left, bottom - top]
  return box[2] < least || box[3] < least ? null : box
}

const step = 0.005

/** Arrows move a box; with Shift they set its right and lower edge. Other keys leave it. */
export function boxAfterKey(box: Box, code: string, shift: boolean): Box | null {
  const along = arrows[code]
  if (along === undefined) return null
  const [left, top, width, height] = box
  const [x, y] = [along[0] * step, along[1] * step]
  if (shift) {
    const wide = Math.min(1 - left, Math.max(least, width + x))
    return [left, top, wide, Math.min(1 - top, Math.max(least, height + y))]
  }
  const moved = Math.min(1 - width, clamp(left + x))
  return [moved, Math.min(1 - height, clamp(top + y)), width, height]
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function clamp(fraction: number): number {
  return Math.max(0, Math.min(1, fraction))
}

export function withBoxes(draft: Draft, pageId: string, boxes: readonly Box[]): Draft {
  const next = new Map(draft)
  if (boxes.length === 0) next.delete(pageId)
  else next.set(pageId, boxes)
  return next
}

export function countBoxes(draft: Draft): number {
  return [...draft.values()].reduce((sum, boxes) => sum + boxes.length, 0)
}

/** A rendition holds all boxes of its page, so those that stand come along. */
export function draftOver(standing: Standing): Draft {
  return new Map([...standing].map(([pageId, { boxes }]) => [pageId, boxes]))
}

/** What is to be sent: the pages whose boxes are others than those that stand. */
export function changedPages(draft: Draft, standing: Standing) {
  return [...draft]
    .filter(([pageId, boxes]) => boxes.join() !== (standing.get(pageId)?.boxes ?? []).join())
    .map(([pageId, boxes]) => ({
      pageId,
      over: standing.get(pageId)?.redactionId ?? null,
      boxes: boxes.map((box): [...Box] => [...box]),
    }))
}
