import type { Turn } from '#platform/images'
import type { GreyImage } from '../pixels.ts'

type Size = { width: number; height: number }

/** The size of a page that lies turned, when it stands upright. */
export function sizeUpright({ width, height }: Size, turnedDegrees: Turn): Size {
  return turnedDegrees % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** A page that lies turned clockwise, stood upright without touching a pixel's value. */
export function turnUpright(image: GreyImage, turnedDegrees: Turn): GreyImage {
  if (turnedDegrees === 0) return image
  const { width, height } = sizeUpright(image, turnedDegrees)
  const data = new Uint8Array(image.data.length)
  const [start, stepX, stepY] = walkOf(image, turnedDegrees)
  for (let y = 0, to = 0; y < height; y++) {
    let from = start + y * stepY
    for (let x = 0; x < width; x++, from += stepX) data[to++] = image.data[from] ?? 255
  }
  return { data, width, height, dpi: image.dpi }
}

/** Where on the lying image the upright one begins, and its steps to the right and down. */
function walkOf(
  { width, height }: Size,
  turnedDegrees: Turn,
): [start: number, stepX: number, stepY: number] {
  switch (turnedDegrees) {
    case 0:
      return [0, 1, width]
    case 90:
      return [width - 1, width, -1]
    case 180:
      return [width * height - 1, -1, -width]
    case 270:
      return [width * (height - 1), -width, 1]
  }
}

/** A point of the upright page (in fractions) on the page as it lies. */
export function toLying(
  [x, y]: readonly [number, number],
  turnedDegrees: Turn,
): [x: number, y: number] {
  switch (turnedDegrees) {
    case 0:
      return [x, y]
    case 90:
      return [1 - y, x]
    case 180:
      return [1 - x, 1 - y]
    case 270:
      return [y, 1 - x]
  }
}
