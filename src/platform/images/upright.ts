/**
 * How a picture is to be shown: first the turn, then the degrees, both clockwise about its middle, on a
 * sheet that is large enough to keep its corners. Absent: as it was scanned.
 */
export type Upright = { readonly turn: 0 | 90 | 180 | 270; readonly straighten: number }

type Size = readonly [width: number, height: number]
type Fractions = readonly [x: number, y: number, width: number, height: number]

/** Width and height of the picture when it stands upright. */
export function uprightSize(
  [width, height]: Size,
  { turn, straighten }: Upright,
): [number, number] {
  const [wide, high] = turn === 90 || turn === 270 ? [height, width] : [width, height]
  if (straighten === 0) return [wide, high]
  const { cos, sin } = slant(straighten)
  const [across, down] = [Math.abs(sin) * high, Math.abs(sin) * wide]
  return [Math.round(wide * cos + across), Math.round(high * cos + down)]
}

/**
 * Where a box of the turned picture stands when it is straightened too, in fractions of either. Its middle
 * is carried and its size kept: writing that was straightened lies in boxes no larger than itself.
 */
export function straightened(
  [x, y, width, height]: Fractions,
  turned: Size,
  straighten: number,
): [number, number, number, number] {
  if (straighten === 0) return [x, y, width, height]
  const [wide, high] = uprightSize(turned, { turn: 0, straighten })
  const { cos, sin } = slant(straighten)
  const across = (x + width / 2 - 0.5) * turned[0]
  const down = (y + height / 2 - 0.5) * turned[1]
  const middle = [
    (across * cos - down * sin) / wide + 0.5,
    (across * sin + down * cos) / high + 0.5,
  ] as const
  const size = [(width * turned[0]) / wide, (height * turned[1]) / high] as const
  const left = Math.min(1 - size[0], Math.max(0, middle[0] - size[0] / 2))
  const top = Math.min(1 - size[1], Math.max(0, middle[1] - size[1] / 2))
  return [left, top, size[0], size[1]]
}

function slant(degrees: number) {
  const angle = (degrees * Math.PI) / 180
  return { cos: Math.cos(angle), sin: Math.sin(angle) }
}
