import { z } from 'zod'
import { boxAround } from './line-text.ts'

/** Left, top, width, height, each a fraction of the page as scanned, so it fits any rendition. */
export const PageBox = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type PageBox = z.infer<typeof PageBox>

/** `[text, x, y, width, height, confidence]`; a page has 1,500 of them, so no names are repeated. */
export const RecognisedCharacter = z.tuple([
  z.string(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
])
export type RecognisedCharacter = z.infer<typeof RecognisedCharacter>

export const RecognisedLine = z.object({
  /** Normalized, words parted by single spaces; the characters are the same text without spaces. */
  text: z.string(),
  box: PageBox,
  /** 0 to 100, the mean of the characters. */
  confidence: z.number(),
  characters: z.array(RecognisedCharacter),
  /**
   * Where in `text` numbers in Thai digits stand, from and to. Their shapes were read, and no check
   * digit vouches for them: proposals for people, never keys.
   */
  thaiNumbers: z.array(z.tuple([z.number().int(), z.number().int()])).optional(),
})
export type RecognisedLine = z.infer<typeof RecognisedLine>

/** How the page was made ready and read; with the engine's version it tells which pages to read again. */
export const Recipe = z.object({
  version: z.number().int(),
  /** Resolution at which it was worked. */
  dpi: z.number(),
  colourDropped: z.boolean(),
  /** `lines`: our own line cut. `block`: the engine's. `text-layer`: nothing was recognised. */
  layout: z.enum(['lines', 'block', 'text-layer']),
})
export type Recipe = z.infer<typeof Recipe>

/** The words of one page and where they stand. Kept beside the scan; the scan stays the master. */
export const RecognisedPage = z.object({
  version: z.literal(1),
  engine: z.string(),
  engineVersion: z.string(),
  recipe: Recipe,
  /** Width and height of the page as scanned. */
  pixels: z.tuple([z.number().int(), z.number().int()]),
  dpi: z.number(),
  /** How far the page lies turned clockwise: it was read upright, its boxes are those of the lying page. */
  turnedDegrees: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /** Clockwise, besides the turn. */
  skewDegrees: z.number(),
  lines: z.array(RecognisedLine),
  /** 0 to 100 over all characters; 0 for a page without any. */
  meanConfidence: z.number(),
  milliseconds: z.number(),
})
export type RecognisedPage = z.infer<typeof RecognisedPage>

/** The text of a page, a line a row. */
export function plainText(page: RecognisedPage): string {
  return page.lines.map(({ text }) => text).join('\n')
}

/**
 * Where the code units `start` to `end` of a line's text stand: one box for each word touched, in
 * fractions of the page. Empty when the line or the range does not exist.
 */
export function locate(
  page: RecognisedPage,
  lineIndex: number,
  range: { start: number; end: number },
): PageBox[] {
  const line = page.lines[lineIndex]
  if (!line) return []
  const words: PageBox[][] = [[]]
  let at = 0
  for (const [text, x, y, width, height] of line.characters) {
    if (line.text[at] === ' ' && text !== ' ') {
      at++
      words.push([])
    }
    if (at < range.end && at + text.length > range.start) words.at(-1)?.push([x, y, width, height])
    at += text.length
  }
  return words.filter((boxes) => boxes.length > 0).map((boxes) => [...boxAround(boxes)])
}
