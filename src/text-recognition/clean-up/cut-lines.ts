import type { GreyImage, PixelBox } from '../pixels.ts'

/** A piece of one row of text: a whole line, or a cell where the row has wide gaps. */
export type LineCut = { row: number; box: PixelBox; image: GreyImage }

const inkLevel = 140
const cellGapInch = 0.22
const letterInch = 0.035
const padInch = 0.03

/** Cuts a straight, clean page into rows of text, and rows at wide gaps into cells; top to bottom. */
export function cutLines(page: GreyImage): LineCut[] {
  const pad = Math.round(padInch * page.dpi)
  return findRows(page).flatMap(([top, bottom], row) =>
    findCells(page, top, bottom).map(([left, right]) => {
      const box = padded(page, [left, top, right - left, bottom - top], pad)
      return { row, box, image: crop(page, box) }
    }),
  )
}

function findRows(page: GreyImage): [number, number][] {
  const profile = new Uint32Array(page.height)
  for (let y = 0; y < page.height; y++) {
    for (let at = y * page.width; at < (y + 1) * page.width; at++) {
      if ((page.data[at] ?? 255) < inkLevel) profile[y] = (profile[y] ?? 0) + 1
    }
  }
  const least = letterInch * page.dpi
  return runsOf(profile, 1).filter(([top, bottom]) => bottom - top >= least)
}

function findCells(page: GreyImage, top: number, bottom: number): [number, number][] {
  const profile = new Uint32Array(page.width)
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < page.width; x++) {
      if ((page.data[y * page.width + x] ?? 255) < inkLevel) profile[x] = (profile[x] ?? 0) + 1
    }
  }
  return runsOf(profile, Math.round(cellGapInch * page.dpi))
}

/** Stretches of a profile that hold ink, joined over gaps shorter than `gap`. */
function runsOf(profile: Uint32Array, gap: number): [number, number][] {
  const runs: [number, number][] = []
  for (let at = 0; at < profile.length; at++) {
    if ((profile[at] ?? 0) === 0) continue
    const last = runs.at(-1)
    if (last && at - last[1] < gap) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}

function padded(page: GreyImage, [x, y, width, height]: PixelBox, pad: number): PixelBox {
  const left = Math.max(0, x - pad)
  const top = Math.max(0, y - pad)
  const right = Math.min(page.width, x + width + pad)
  const bottom = Math.min(page.height, y + height + pad)
  return [left, top, right - left, bottom - top]
}

export function crop(page: GreyImage, [x, y, width, height]: PixelBox): GreyImage {
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = (y + row) * page.width + x
    data.set(page.data.subarray(from, from + width), row * width)
  }
  return { data, width, height, dpi: page.dpi }
}
