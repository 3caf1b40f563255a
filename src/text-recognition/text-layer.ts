import { thaiNormalize } from '#thai-text'
import type {
  PageBox,
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
} from './recognised-page.ts'

/** The text layer of a born-digital page: words that were never on paper, taken as they are. */
export type TextLayer = {
  /** The reader of the file and its version, such as `pdfium`. */
  reader: { name: string; version: string }
  pixels: readonly [width: number, height: number]
  dpi: number
  /** Lines in reading order; `box` in fractions of the page, or null where the file does not tell. */
  lines: readonly { text: string; box: PageBox | null }[]
}

/**
 * The page a text layer gives, in the shape recognition gives. Letters are spread evenly over the
 * line's box; a line without one is searchable and cannot be shown in its place.
 */
export function pageFromTextLayer({ reader, pixels, dpi, lines }: TextLayer): RecognisedPage {
  const written = lines.flatMap(({ text, box }) => toLine(thaiNormalize(text), box))
  return {
    version: 1,
    engine: reader.name,
    engineVersion: reader.version,
    recipe: { version: 1, dpi, colourDropped: false, layout: 'text-layer' },
    pixels: [...pixels],
    dpi,
    skewDegrees: 0,
    lines: written,
    meanConfidence: written.length ? 100 : 0,
    milliseconds: 0,
  }
}

function toLine(text: string, box: PageBox | null): RecognisedLine[] {
  if (!text) return []
  if (!box) return [{ text, box: [0, 0, 0, 0], confidence: 100, characters: [] }]
  const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' })
  const clusters = [...segmenter.segment(text)].map(({ segment }) => segment)
  const [left, top, width, height] = box
  const step = width / clusters.length
  const characters = clusters.flatMap((cluster, n): RecognisedCharacter[] =>
    cluster === ' ' ? [] : [[cluster, left + n * step, top, step, height, 100]],
  )
  return [{ text, box, confidence: 100, characters }]
}
