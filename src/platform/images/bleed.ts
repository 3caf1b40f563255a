import type { GreyPage } from './grey-page.ts'

const cell = 2
const blockCells = 12
/** What shows through is darker than paper by so much of it, and lighter than ink. */
const ghost = { least: 0.07, most_of_ink: 0.4 }
/** So much of the page at most is its ink; the darkest of it tells how deep ink is. */
const inkShare = 0.005
/** The edge of a letter is grey too: cells this near to ink say nothing. */
const inkReach = 2

/**
 * Share 0–1 of the unwritten page that the other side shows through: faint shapes away from any ink.
 * Judged on the means of four pixels against the lightest cells around, so shading does not count.
 */
export function measureBleed(page: GreyPage): number {
  const small = halve(page)
  const paper = paperOf(small)
  const ink = spreadInk(small, paper, inkDepth(small, paper) * ghost.most_of_ink)
  let ghosts = 0
  let free = 0
  for (let at = 0; at < small.data.length; at += 1) {
    if (ink[at] === 1) continue
    free += 1
    const depth = 1 - (small.data[at] ?? 0) / paperAt(paper, small, at)
    if (depth > ghost.least) ghosts += 1
    // Grain is as often lighter than its paper as darker: what is lighter is taken off again.
    else if (depth < -ghost.least) ghosts -= 1
  }
  return free === 0 ? 0 : Math.max(0, ghosts / free)
}

function halve({ data, width, height }: GreyPage): GreyPage {
  const [across, down] = [Math.floor(width / cell), Math.floor(height / cell)]
  const small = new Uint8Array(across * down)
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const at = y * cell * width + x * cell
      const upper = (data[at] ?? 255) + (data[at + 1] ?? 255)
      small[y * across + x] =
        (upper + (data[at + width] ?? 255) + (data[at + width + 1] ?? 255)) / 4
    }
  }
  return { data: small, width: across, height: down }
}

type Paper = { light: Uint8Array; across: number }

/** The middle brightness of a block, a little above: its paper, also under writing. */
function paperOf({ data, width, height }: GreyPage): Paper {
  const [across, down] = [Math.ceil(width / blockCells), Math.ceil(height / blockCells)]
  const light = new Uint8Array(across * down)
  const histogram = new Uint32Array(256)
  for (let block = 0; block < light.length; block += 1) {
    histogram.fill(0)
    const [left, top] = [(block % across) * blockCells, Math.floor(block / across) * blockCells]
    const [right, bottom] = [Math.min(width, left + blockCells), Math.min(height, top + blockCells)]
    for (let y = top; y < bottom; y += 1) {
      for (let x = left; x < right; x += 1) {
        const level = data[y * width + x] ?? 0
        histogram[level] = (histogram[level] ?? 0) + 1
      }
    }
    light[block] = Math.max(1, levelOf(histogram, (right - left) * (bottom - top) * 0.6))
  }
  return { light, across }
}

function levelOf(histogram: Uint32Array, wanted: number): number {
  let seen = 0
  for (let level = 0; level < histogram.length; level += 1) {
    seen += histogram[level] ?? 0
    if (seen >= wanted) return level
  }
  return 255
}

function paperAt({ light, across }: Paper, { width }: GreyPage, at: number): number {
  const [x, y] = [at % width, Math.floor(at / width)]
  return light[Math.floor(y / blockCells) * across + Math.floor(x / blockCells)] ?? 255
}

/** How much darker than paper the ink of this page is: pale ink has pale edges. */
function inkDepth(small: GreyPage, paper: Paper): number {
  const histogram = new Uint32Array(101)
  for (let at = 0; at < small.data.length; at += 1) {
    const depth = 1 - (small.data[at] ?? 0) / paperAt(paper, small, at)
    const percent = Math.round(Math.max(0, depth) * 100)
    histogram[100 - percent] = (histogram[100 - percent] ?? 0) + 1
  }
  return 1 - levelOf(histogram, small.data.length * inkShare) / 100
}

/** 1 where ink stands or is near. */
function spreadInk(small: GreyPage, paper: Paper, depth: number): Uint8Array {
  const { data, width, height } = small
  const near = new Uint8Array(data.length)
  for (let at = 0; at < data.length; at += 1) {
    if ((data[at] ?? 0) >= paperAt(paper, small, at) * (1 - depth)) continue
    const [x, y] = [at % width, Math.floor(at / width)]
    for (let row = Math.max(0, y - inkReach); row <= Math.min(height - 1, y + inkReach); row += 1) {
      const from = row * width
      near.fill(1, from + Math.max(0, x - inkReach), from + Math.min(width, x + inkReach + 1))
    }
  }
  return near
}
