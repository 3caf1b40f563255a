import type { GreyImage, PixelBox } from '../pixels.ts'

/** What to read: each image by itself, in one call. */
export type ReadRequest = {
  images: readonly GreyImage[]
  /** `line`: every image is one line. `block`: every image is a block of lines, found by the engine. */
  layout: 'line' | 'block'
  /** `tha` alone reads no Latin letters; with `eng` some short Thai words come out as Latin. */
  languages: 'tha+eng' | 'tha'
}

/** One reading of a character: its text, its place, and how sure the engine is. */
export type ReadCharacter = {
  text: string
  /** In pixels of the image. Engines place letters by guess along the line: good to about half a letter. */
  box: PixelBox
  /** 0 to 100. */
  confidence: number
}

/** The characters of one line in reading order, without spaces. */
export type ReadLine = readonly ReadCharacter[]

/**
 * A text recogniser. `recognise` gives, for each image, the lines read from it (none for an empty
 * image). It stops and rejects when `signal` fires, and throws a `Fault` when the engine fails.
 */
export type Engine = {
  readonly name: string
  readonly version: string
  recognise(request: ReadRequest, signal: AbortSignal): Promise<ReadLine[][]>
  close(): Promise<void>
}

export const engineLimits = {
  /** A page takes about two seconds, on a crowded machine ten times that; noise sends one off for minutes. */
  recognise_ms: 60_000,
  images_max: 1_000,
  image_pixels_max: 100_000_000,
  output_bytes_max: 64 * 1024 ** 2,
}
