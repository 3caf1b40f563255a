import { foldWithMap, type Mapped } from '#thai-text'
import { boxAround } from '../line-text.ts'
import { locate, type PageBox, type RecognisedPage } from '../recognised-page.ts'

/** A line of a document, ready to be compared. */
export type ReadLine = {
  pageOrdinal: number
  text: string
  /** By `thaiFold`, with the way back into `text`. */
  fold: Mapped
  /** Of the middle of the line, 0 at the top of its page and 1 at the bottom. */
  height: number
  /** Height of its letters against the middle line of its page. */
  size: number
  box: PageBox
  /** The place of the code units `start` to `end` of `text`. */
  boxOf(range: { start: number; end: number }): PageBox | null
}

/** Lines that are looked at; a page of forms has sixty, a page of noise thousands. */
export const lineLimits = { lines_max: 400, line_letters_max: 1_000 }

export function readLines(pages: readonly RecognisedPage[]): ReadLine[] {
  return pages.flatMap((page, index) => {
    const heights = page.lines.map(({ box }) => box[3]).toSorted((one, other) => one - other)
    const middle = heights[Math.floor(heights.length / 2)] || 1
    return page.lines.slice(0, lineLimits.lines_max).map(({ text: whole, box }, at): ReadLine => {
      const text = whole.slice(0, lineLimits.line_letters_max)
      return {
        pageOrdinal: index + 1,
        text,
        fold: foldWithMap(text),
        height: box[1] + box[3] / 2,
        size: box[3] / middle,
        box,
        boxOf(range) {
          const boxes = locate(page, at, range)
          return boxes.length === 0 ? null : [...boxAround(boxes)]
        },
      }
    })
  })
}

/** The range of a line's text that a range of its fold stands for. */
export function unfolded(line: ReadLine, { start, end }: { start: number; end: number }) {
  const { starts, ends } = line.fold
  return { start: starts[start] ?? 0, end: Math.max(0, ...ends.slice(start, end)) }
}
