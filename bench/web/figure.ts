export type Figure = {
  what: string
  median: number
  p95: number
  tries: number
  goal: number | null
  unit: string
  held: string
}

type Goal = { goal: number | null; unit: string }

/** The median beside its goal. A measurement that gave nothing is a fault of the bench and ends it. */
export function figure(what: string, values: readonly number[], { goal, unit }: Goal): Figure {
  if (values.length === 0) throw new Error(`nothing was measured: ${what}`)
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  const median = at(0.5)
  const held = goal === null ? '' : median <= goal ? 'yes' : 'no'
  return { what, median, p95: at(0.95), tries: values.length, goal, unit, held }
}

function round(value: number): number {
  return Number(value.toFixed(1))
}
