/** Red, green and blue, one byte each. */
export type Picture = {
  data: Uint8Array
  width: number
  height: number
  dpi: number
  /** Clockwise, in degrees, about the middle of the page. */
  skew: number
}

/** A page as it was scanned, in grey or colour, one byte each. */
export type Degraded = {
  data: Uint8Array
  width: number
  height: number
  channels: 1 | 3
  dpi: number
  /** Clockwise, in degrees, about the middle of the page. */
  skew: number
}
