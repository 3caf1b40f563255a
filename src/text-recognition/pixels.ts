/** A decoded page as it was scanned. One byte a sample, row by row, no padding. */
export type PagePixels = {
  data: Uint8Array
  width: number
  height: number
  /** 1 = grey or black and white (0 and 255), 3 = red, green, blue. */
  channels: 1 | 3
  dpi: number
}

/** A grey image: 0 is ink, 255 is paper. */
export type GreyImage = {
  data: Uint8Array
  width: number
  height: number
  dpi: number
}

/** Left, top, width and height in pixels. */
export type PixelBox = readonly [x: number, y: number, width: number, height: number]
