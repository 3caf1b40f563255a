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
  const washed = new Uint8Array(width * height)
  const plain = new Uint8Array(width * height)
  let ink = 0
  let coloured = 0
  for (let at = 0, pixel = 0; pixel < washed.length; pixel++, at += 3) {
    const red = data[at] ?? 0
    const green = data[at + 1] ?? 0
    const blue = data[at + 2] ?? 0
    const most = Math.max(red, green, blue)
    const least = Math.min(red, green, blue)
    const grey = (red * 77 + green * 150 + blue * 29) >> 8
    const colour = most - least - fringe
    const lift = colour > 0 ? colour * 2 : 0
    const value = grey + lift
    plain[pixel] = grey
    washed[pixel] = Math.min(value, 255)
    if (grey < inkLevel) {
      ink++
      if (value > inkLevel) coloured++
    }
  }
  const dropped = coloured > 0 && coloured < ink * colouredTextShare
  return { image: { data: dropped ? washed : plain, width, height, dpi }, dropped }
}
