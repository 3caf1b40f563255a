/** Text under rewriting: code points, each with the UTF-16 range of the original it stands for. */
export type Traced = { codes: number[]; starts: number[]; ends: number[] }

export function emptyTrace(): Traced {
  return { codes: [], starts: [], ends: [] }
}

export function push(into: Traced, code: number, range: { start: number; end: number }): void {
  into.codes.push(code)
  into.starts.push(range.start)
  into.ends.push(range.end)
}

/** Appends characters `from` up to `to` of another trace as they are. */
export function copy(into: Traced, source: Traced, { from, to }: { from: number; to: number }) {
  for (let at = from; at < to; at++) {
    into.codes.push(source.codes[at] ?? 0)
    into.starts.push(source.starts[at] ?? 0)
    into.ends.push(source.ends[at] ?? 0)
  }
}

/** The original range that characters `from` up to `to` cover together. */
export function span(source: Traced, from: number, to: number): { start: number; end: number } {
  let end = 0
  for (let at = from; at < to; at++) end = Math.max(end, source.ends[at] ?? 0)
  return { start: source.starts[from] ?? 0, end }
}

export function toText(traced: Traced): string {
  let text = ''
  for (const code of traced.codes) text += String.fromCodePoint(code)
  return text
}

/** For each UTF-16 unit of a rewritten text, the range of the original it stands for. */
export type UnitMap = { starts: readonly number[]; ends: readonly number[] }

export function unitMap(traced: Traced): UnitMap {
  const starts: number[] = []
  const ends: number[] = []
  traced.codes.forEach((code, at) => {
    for (let unit = code > 0xffff ? 2 : 1; unit > 0; unit--) {
      starts.push(traced.starts[at] ?? 0)
      ends.push(traced.ends[at] ?? 0)
    }
  })
  return { starts, ends }
}
