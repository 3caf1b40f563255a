import type { Mark } from '#platform/images'

const speckAreaSquareInch = 1.4e-4
const dotInch = 0.04
const leaderGapInch = 0.13
const leaderDots = 4

/** The marks without specks, and without the dots and dashes of leaders and dotted rules. */
export function dropSpecks(marks: readonly Mark[], dpi: number): Mark[] {
  const speck = Math.max(2, speckAreaSquareInch * dpi * dpi)
  const larger = marks.filter(({ area }) => area >= speck)
  const leaders = findLeaders(larger, dpi)
  return larger.filter((mark) => !leaders.has(mark) && !isDash(mark, dpi))
}

/** Longer than any hyphen and thin: what is left of a rule. */
function isDash({ left, top, right, bottom }: Mark, dpi: number): boolean {
  return right - left > 0.15 * dpi && bottom - top < 0.035 * dpi
}

/** Dots of one height standing in a row of at least four, each near the next, nothing between them. */
function findLeaders(marks: readonly Mark[], dpi: number): Set<Mark> {
  const leaders = new Set<Mark>()
  const chains: Mark[][] = []
  const dots = marks
    .filter(
      ({ left, top, right, bottom }) =>
        right - left <= dotInch * 2 * dpi && bottom - top <= dotInch * dpi,
    )
    .toSorted((one, other) => one.left - other.left)
  let open: Mark[][] = []
  for (const dot of dots) {
    open = open.filter((chain) => dot.left - (chain.at(-1)?.right ?? 0) <= leaderGapInch * dpi)
    const chain = open.find((each) => inLine(each.at(-1), dot))
    if (chain) chain.push(dot)
    else {
      const started = [dot]
      open.push(started)
      chains.push(started)
    }
  }
  for (const dot of chains.flatMap(evenDots)) leaders.add(dot)
  return leaders
}

// Leaders are set at one distance; the tone marks of a word and a full stop before them are not.
function evenDots(chain: readonly Mark[]): Mark[] {
  const steps = chain.slice(1).map((dot, index) => dot.left - (chain[index]?.left ?? 0))
  const middle = steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 0
  const isEven = (step = 0) => Math.abs(step - middle) <= Math.max(2, middle * 0.25)
  const even = chain.filter((_, index) => isEven(steps[index - 1]) || isEven(steps[index]))
  return even.length >= leaderDots && even.length >= chain.length * 0.7 ? even : []
}

function inLine(last: Mark | undefined, next: Mark): boolean {
  if (!last || next.left < last.right) return false
  return Math.abs(last.bottom - next.bottom) <= 2 && Math.abs(last.top - next.top) <= 3
}
