import { type Mark, markOf } from '#platform/images'

/** One piece of a row of text: a line, or a cell of it where the row has wide gaps. */
export type TextLine = {
  marks: Mark[]
  /** The band of the letters proper, without marks above and below. */
  top: number
  bottom: number
  left: number
  right: number
  /** Height of a letter. */
  letter: number
}

export type TextRow = TextLine[]

export const lineLimits = { lines_max: 600 }

const cellGapInch = 0.22
const smallestLetterInch = 0.045
const tallestLetterInch = 0.35

/**
 * Sorts marks into lines: letters join the line at whose height they stand, tone marks and vowels
 * join the letters under or over them, and letters of two lines that touch are parted at the
 * emptiest row between. Rows run from top to bottom, the lines of a row from left to right.
 */
export function findLines(marks: readonly Mark[], dpi: number): TextRow[] {
  const letter = letterHeight(marks, dpi)
  if (letter === 0) return []
  const bodies = marks.filter((mark) => isBody(mark, letter))
  const grown = growLines(bodies, { letter, gap: cellGapInch * dpi })
  // A photograph breaks into thousands of scraps; the longest lines are the ones that can be text.
  const lines = grown
    .toSorted((one, other) => other.marks.length - one.marks.length)
    .slice(0, lineLimits.lines_max)
  const tall = marks.filter((mark) => heightOf(mark) > letter * 2.4)
  for (const mark of tall) partTall(mark, lines)
  const small = marks.filter((mark) => heightOf(mark) < letter * 0.6)
  for (const mark of small) nearestLine(mark, lines)?.marks.push(mark)
  return toRows(adoptGhosts(lines))
}

function heightOf(mark: Mark): number {
  return mark.bottom - mark.top
}

function isBody(mark: Mark, letter: number): boolean {
  return heightOf(mark) >= letter * 0.6 && heightOf(mark) <= letter * 2.4
}

/** The usual height of a letter: the median over marks that can be letters at all. */
function letterHeight(marks: readonly Mark[], dpi: number): number {
  const heights = marks
    .map(heightOf)
    .filter((height) => height >= smallestLetterInch * dpi && height <= tallestLetterInch * dpi)
    .toSorted((one, other) => one - other)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

function growLines(
  bodies: readonly Mark[],
  { letter, gap }: { letter: number; gap: number },
): TextLine[] {
  const lines: TextLine[] = []
  let open: TextLine[] = []
  for (const mark of bodies.toSorted((one, other) => one.left - other.left)) {
    open = open.filter((line) => mark.left - line.right <= gap)
    const line = bestBy(open, (each) => misfit(each, mark), 0.5)
    if (line) extend(line, mark)
    else {
      const { left, top, right, bottom } = mark
      const started = { marks: [mark], left, top, right, bottom, letter }
      open.push(started)
      lines.push(started)
    }
  }
  return lines
}

/** How far a letter's band lies from a line's, in letter heights. Tails and marks above count little. */
function misfit(line: TextLine, mark: Mark): number {
  const overlap = Math.min(line.bottom, mark.bottom) - Math.max(line.top, mark.top)
  return 1 - overlap / Math.min(line.bottom - line.top, heightOf(mark))
}

function extend(line: TextLine, mark: Mark): void {
  line.marks.push(mark)
  line.left = Math.min(line.left, mark.left)
  line.right = Math.max(line.right, mark.right)
  // Drifts with the letters, so that a line that is not quite level is followed to its end.
  const height = heightOf(mark)
  if (height > line.letter * 1.35) return
  line.top += (mark.top - line.top) * 0.2
  line.bottom += (mark.bottom - line.bottom) * 0.2
}

/** The line a mark above or below letters belongs to: vowels below hang close, tones above stand off. */
function nearestLine(mark: Mark, lines: readonly TextLine[]): TextLine | undefined {
  return bestBy(
    lines,
    (line) => {
      const beside = Math.max(line.left - mark.right, mark.left - line.right, 0)
      if (beside > line.letter) return Number.POSITIVE_INFINITY
      const above = (line.top - mark.bottom) / (0.9 * line.letter)
      const below = (mark.top - line.bottom) / (0.45 * line.letter)
      return Math.max(above, below, 0) + (0.3 * beside) / line.letter
    },
    1,
  )
}

function bestBy(
  lines: readonly TextLine[],
  cost: (line: TextLine) => number,
  limit: number,
): TextLine | undefined {
  let best: TextLine | undefined
  let least = limit
  for (const line of lines) {
    const value = cost(line)
    if (value < least) {
      best = line
      least = value
    }
  }
  return best
}

/** Gives the pieces of a mark that reaches over several lines to each of them; what reaches over none goes. */
function partTall(mark: Mark, lines: readonly TextLine[]): void {
  const crossed = lines
    .filter((line) => line.left < mark.right && line.right > mark.left)
    .filter((line) => line.top < mark.bottom && line.bottom > mark.top)
    .toSorted((one, other) => one.top - other.top)
  let from = mark.top
  for (const [index, line] of crossed.entries()) {
    const next = crossed[index + 1]
    const to = next ? emptiestRow(mark, line.bottom, next.top) : mark.bottom
    const piece = sliceOf(mark, { from, to, line })
    if (piece.area > 0) line.marks.push(piece)
    from = to
  }
}

function emptiestRow(mark: Mark, from: number, to: number): number {
  const first = Math.round(Math.min(from, to))
  const ink = new Uint32Array(Math.max(1, Math.round(Math.abs(to - from)) + 1))
  for (let at = 0; at < mark.runs.length; at += 3) {
    const row = (mark.runs[at] ?? 0) - first
    if (row >= 0 && row < ink.length) {
      ink[row] = (ink[row] ?? 0) + (mark.runs[at + 2] ?? 0) - (mark.runs[at + 1] ?? 0)
    }
  }
  return first + ink.indexOf(Math.min(...ink))
}

function sliceOf(
  mark: Mark,
  { from, to, line }: { from: number; to: number; line: TextLine },
): Mark {
  const reach = line.letter * 1.1
  const top = Math.max(from, line.top - reach)
  const bottom = Math.min(to, line.bottom + reach)
  const kept: number[] = []
  for (let at = 0; at < mark.runs.length; at += 3) {
    const y = mark.runs[at] ?? 0
    const left = mark.runs[at + 1] ?? 0
    const right = mark.runs[at + 2] ?? 0
    if (y < top || y >= bottom || right < line.left || left > line.right) continue
    kept.push(y, left, right)
  }
  return markOf(Int32Array.from(kept))
}

/**
 * Tone marks that look like letters (those of a heading, or thick ones of a copy) make lines of their
 * own, closer to real letters than the next line can be. They go to the line they belong to.
 */
function adoptGhosts(lines: readonly TextLine[]): TextLine[] {
  const areas = new Map(
    lines.map((line) => [line, line.marks.reduce((sum, { area }) => sum + area, 0)]),
  )
  return lines.filter((line) => {
    const area = areas.get(line) ?? 0
    const owner = lines.find(
      (other) => area < 0.5 * (areas.get(other) ?? 0) && isGhostOf(line, other),
    )
    owner?.marks.push(...line.marks)
    return !owner
  })
}

function isGhostOf(ghost: TextLine, line: TextLine): boolean {
  const height = line.bottom - line.top
  if (ghost.left < line.left - height || ghost.right > line.right + height) return false
  return Math.abs(ghost.top + ghost.bottom - line.top - line.bottom) / 2 < 1.25 * height
}

function toRows(lines: readonly TextLine[]): TextRow[] {
  const rows: { top: number; bottom: number; row: TextRow }[] = []
  for (const line of lines.toSorted(
    (one, other) => one.top + one.bottom - other.top - other.bottom,
  )) {
    const last = rows.at(-1)
    const overlap = last ? Math.min(last.bottom, line.bottom) - Math.max(last.top, line.top) : 0
    const beside = last?.row.every((each) => line.left >= each.right || line.right <= each.left)
    if (
      last &&
      beside &&
      overlap > 0.5 * Math.min(last.bottom - last.top, line.bottom - line.top)
    ) {
      last.row.push(line)
    } else rows.push({ top: line.top, bottom: line.bottom, row: [line] })
  }
  return rows.map(({ row }) => row.toSorted((one, other) => one.left - other.left))
}
