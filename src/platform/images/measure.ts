import { measureBleed } from './bleed.ts'
import { measureDetail } from './detail.ts'
import { runsOverEdge } from './edges.ts'
import type { GreyPage } from './grey-page.ts'
import type { PageMeasures } from './page.ts'
import { measureSkew } from './skew.ts'
import { measureTurn } from './turn.ts'

/** Goes up with every change that gives a page other measures. */
const measuringVersion = 3

// Start values, all of them: they suggest, and a person decides.
/** Borders hold shadows of the scanner and punched edges. */
const borderShare = 0.03
/** Brightest fifth of a page is paper. */
const paperQuantile = 0.8
const inkDepth = 0.25
const inkDepthMin = 40
/** Grains of up to so many pixels at half size (about 75 dpi, 0.7 mm²) are dust. */
const dustPixels = 6
/** Half a line of writing in cells of half size: from here on nobody doubts that it is written. */
const lineCells = 1_500
const darkPaper = 128
const inkPixelsMin = 200
const crispStep = 0.7

/** The same page twice: a grey copy of about 150 dpi, and a band of it in its own resolution. */
export type MeasuredPage = { page: GreyPage; band: GreyPage; bandDpi: number }

export function measure({ page, band, bandDpi }: MeasuredPage): PageMeasures {
  const inner = innerArea(page)
  const histogram = countLevels(page, inner)
  const paper = quantile(histogram, paperQuantile)
  const threshold = paper - Math.max(inkDepthMin, Math.round(paper * inkDepth))
  const ink = sum(histogram.subarray(0, Math.max(0, threshold)))
  const inkShare = ink / sum(histogram)
  const shades = { paper, threshold, ink: quantile(histogram, inkShare / 10) }
  const little = ink < inkPixelsMin
  const written = writtenCells(page, inner, threshold)
  const skewDegrees = little ? null : measureSkew(page, threshold)
  const detail = measureDetail(band, bandDpi)
  return {
    version: measuringVersion,
    inkShare,
    blank: written === 0,
    blankScore: Math.max(0, 1 - written / lineCells),
    skewDegrees,
    turnedDegrees: little ? null : measureTurn(page, threshold),
    blur: little ? null : measureBlur(page, inner, shades),
    detailDpi: detail.dpi,
    tones: detail.tones,
    bleed: measureBleed(page),
    tooDark: paper < darkPaper,
    clipped: runsOverEdge(page),
  }
}

type Area = { left: number; top: number; right: number; bottom: number }

function innerArea({ width, height }: GreyPage): Area {
  const [x, y] = [Math.floor(width * borderShare), Math.floor(height * borderShare)]
  return { left: x, top: y, right: width - x, bottom: height - y }
}

function countLevels({ data, width }: GreyPage, area: Area): Uint32Array {
  const histogram = new Uint32Array(256)
  for (let y = area.top; y < area.bottom; y += 1) {
    for (let at = y * width + area.left; at < y * width + area.right; at += 1) {
      const level = data[at] ?? 0
      histogram[level] = (histogram[level] ?? 0) + 1
    }
  }
  return histogram
}

function quantile(histogram: Uint32Array, share: number): number {
  let left = sum(histogram) * share
  for (const [level, count] of histogram.entries()) {
    left -= count
    if (left <= 0 && count > 0) return level
  }
  return 255
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** Dark cells in marks larger than dust, looked at in half size; no more than a line has. */
function writtenCells(page: GreyPage, area: Area, threshold: number): number {
  const width = Math.floor((area.right - area.left) / 2)
  const height = Math.floor((area.bottom - area.top) / 2)
  const dark = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (area.top + 2 * y) * page.width + area.left + 2 * x
      if (meanOfFour(page, at) < threshold) dark[y * width + x] = 1
    }
  }
  let written = 0
  for (let at = dark.indexOf(1); at >= 0 && written < lineCells; at = dark.indexOf(1, at)) {
    const size = eraseGrain(dark, width, at)
    if (size > dustPixels) written += size
  }
  return written
}

function meanOfFour({ data, width }: GreyPage, at: number): number {
  const upper = (data[at] ?? 255) + (data[at + 1] ?? 255)
  return (upper + (data[at + width] ?? 255) + (data[at + width + 1] ?? 255)) / 4
}

/** Removes the connected grain at `start` and gives its size. */
function eraseGrain(dark: Uint8Array, width: number, start: number): number {
  const open = [start]
  dark[start] = 0
  let size = 0
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    size += 1
    for (const step of [-width - 1, -width, 1 - width, -1, 1, width - 1, width, width + 1]) {
      if (dark[at + step] !== 1) continue
      dark[at + step] = 0
      open.push(at + step)
    }
  }
  return size
}

type Shades = { paper: number; ink: number; threshold: number }

/**
 * How far the steepest edges fall short of a step from paper to ink within one pixel. Crisp print
 * takes about 70 % of the step in one pixel at 150 dpi.
 */
function measureBlur({ data, width }: GreyPage, area: Area, { paper, ink }: Shades): number | null {
  const contrast = paper - ink
  if (contrast < inkDepthMin) return null
  const steps = new Uint32Array(256)
  for (let y = area.top; y < area.bottom; y += 1) {
    for (let at = y * width + area.left + 1; at < y * width + area.right; at += 1) {
      const step = Math.abs((data[at] ?? 0) - (data[at - 1] ?? 0))
      if (step > contrast * 0.15) steps[step] = (steps[step] ?? 0) + 1
    }
  }
  if (sum(steps) < inkPixelsMin) return 1
  return 1 - Math.min(1, quantile(steps, 0.9) / contrast / crispStep)
}
