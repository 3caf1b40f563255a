import type { GreyImage, PagePixels } from '../pixels.ts'

// Scanner noise and the colour fringes of JPEG stay under this; stamp ink lies far above it.
const fringe = 28
const inkLevel = 128
const colouredTextShare = 0.5

/**
 * Grey from colour, with saturated ink (stamps, signatures in blue) washed out to paper. Black text
 * under a stamp stays: it is dark in every channel. A page written in coloured ink is kept as it is.
 */
export function dropColour(page: PagePixels): { image: GreyImage; dropped: boolean } {
  const { data, width, height, channels, dpi } = page
  if (channels === 1) return { image: { data, width, height, dpi }, dropped: false }
  const image = { data: new Uint8Array(width * height), width, height, dpi }
  const { ink, coloured } = wash(data, image.data)
  const dropped = coloured > 0 && coloured < ink * colouredTextShare
  if (!dropped) toGrey(data, image.data)
  return { image, dropped }
}

/** Grey without saturated ink, and how many pixels of ink there were and were washed out. */
function wash(data: Uint8Array, washed: Uint8Array): { ink: number; coloured: number } {
  let ink = 0
  let coloured = 0
  for (let at = 0, pixel = 0; pixel < washed.length; pixel++, at += 3) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const grey = (red * 77 + green * 150 + blue * 29) >> 8
    const colour = Math.max(red, green, blue) - Math.min(red, green, blue) - fringe
    const value = grey + (colour > 0 ? colour * 2 : 0)
    washed[pixel] = Math.min(value, 255)
    if (grey < inkLevel) {
      ink++
      if (value > inkLevel) coloured++
    }
  }
  return { ink, coloured }
}

function toGrey(data: Uint8Array, plain: Uint8Array): void {
  for (let at = 0, pixel = 0; pixel < plain.length; pixel++, at += 3) {
    const weighed = (data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29
    plain[pixel] = weighed >> 8
  }
}
