import { findMarks, inkLevel, type Mark } from '#platform/images'
import type { GreyImage, PixelBox } from '../pixels.ts'
import { dropSpecks } from './drop-specks.ts'
import { findLines, type TextLine } from './find-lines.ts'

/** A piece of one row of text: a whole line, or a cell where the row has wide gaps. */
export type LineCut = {
  /** Cells of one row share its number. */
  row: number
  /** Where it stands on the cleaned page. */
  box: PixelBox
  image: GreyImage
  /** Middles of the white between words, in pixels from the left of the image. */
  spaces: number[]
}

const padInch = 0.03
const edgeInch = 0.3
const scrapInch = 0.2
// White between letters is under a fifth of their height, between words over a third.
const spaceInLetters = 0.34

/** Cuts a page of marks into rows of text, and rows at wide gaps into cells; top to bottom. */
export function cutLines(page: GreyImage, marks: readonly Mark[]): LineCut[] {
  return findLines(marks, page.dpi).flatMap((row, index) =>
    row
      .filter((line) => !isEdgeScrap(page, line))
      .map((line) => {
        const { box, image } = drawLine(page, line)
        return { row: index, box, image, spaces: findSpaces(line).map((middle) => middle - box[0]) }
      }),
  )
}

/** The shadow beside a bound or bent sheet breaks into scraps as high as letters, one by one at its side. */
function isEdgeScrap({ width, dpi }: GreyImage, { left, right }: TextLine): boolean {
  const atSide = right < edgeInch * dpi || left > width - edgeInch * dpi
  return atSide && right - left < scrapInch * dpi
}

/** The marks of a page that can be text. */
export function textMarks(page: GreyImage): Mark[] {
  return dropSpecks(findMarks(page), page.dpi)
}

function findSpaces({ marks, top, bottom }: TextLine): number[] {
  const least = (bottom - top) * spaceInLetters
  const spaces: number[] = []
  let reached = Number.POSITIVE_INFINITY
  for (const { left, right } of marks.toSorted((one, other) => one.left - other.left)) {
    if (left - reached >= least) spaces.push((left + reached) / 2)
    reached = reached === Number.POSITIVE_INFINITY ? right : Math.max(reached, right)
  }
  return spaces
}

/** The line by itself: its own marks with their grey edges, on white, without its neighbours. */
function drawLine(page: GreyImage, { marks }: TextLine): { box: PixelBox; image: GreyImage } {
  const pad = Math.round(padInch * page.dpi)
  const left = Math.min(...marks.map((mark) => mark.left)) - pad
  const top = Math.min(...marks.map((mark) => mark.top)) - pad
  const width = Math.max(...marks.map((mark) => mark.right)) + pad - left
  const height = Math.max(...marks.map((mark) => mark.bottom)) + pad - top
  const data = new Uint8Array(width * height).fill(255)
  const image = { data, width, height, dpi: page.dpi }
  for (const mark of marks) drawMark(page, mark, { image, left, top })
  return { box: [left, top, width, height], image }
}

/** All marks on a white sheet of the page's size: the page as the engine finds lines on by itself. */
export function drawMarks(page: GreyImage, marks: readonly Mark[]): GreyImage {
  const image = { ...page, data: new Uint8Array(page.data.length).fill(255) }
  for (const mark of marks) drawMark(page, mark, { image, left: 0, top: 0 })
  return image
}

type Sheet = { image: GreyImage; left: number; top: number }

function drawMark(page: GreyImage, { runs }: Mark, sheet: Sheet): void {
  for (let at = 0; at < runs.length; at += 3) {
    const y = runs[at] ?? 0
    const from = runs[at + 1] ?? 0
    const to = runs[at + 2] ?? 0
    for (let row = y - 1; row <= y + 1; row++)
      copyRun(page, { y: row, from: from - 2, to: to + 2, whole: false }, sheet)
    copyRun(page, { y, from, to, whole: true }, sheet)
  }
}

type Strip = { y: number; from: number; to: number; whole: boolean }

/** Copies a strip of a row; of the surroundings (`whole` false) only what is too light to be ink. */
function copyRun(
  page: GreyImage,
  { y, from, to, whole }: Strip,
  { image, left, top }: Sheet,
): void {
  if (y < 0 || y >= page.height || y - top < 0 || y - top >= image.height) return
  const end = Math.min(to, page.width, left + image.width)
  for (let x = Math.max(0, from, left); x < end; x++) {
    const value = page.data[y * page.width + x] ?? 255
    if (whole || value >= inkLevel) image.data[(y - top) * image.width + x - left] = value
  }
}
