import { foldWithMap, thaiFold } from './fold.ts'

/** UTF-16 offsets in the text as given; `end` is the first unit after the hit. */
export type Hit = { start: number; end: number }

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/**
 * Where the words of `query` stand in `text`, compared by fold. Ranges begin and end on grapheme
 * borders, do not overlap, and are joined where they touch.
 */
export function findHits(text: string, query: string): Hit[] {
  const wanted = thaiFold(query)
  if (wanted === '') return []
  const { folded, starts, ends } = foldWithMap(text)
  const hits: Hit[] = []
  let at = folded.indexOf(wanted)
  if (at < 0) return hits
  const segments = graphemes.segment(text)
  for (; at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length
    const end = Math.max(...ends.slice(at, last))
    add(hits, widen({ start: starts[at] ?? 0, end }, segments))
  }
  return hits
}

function widen({ start, end }: Hit, segments: Intl.Segments): Hit {
  const first = segments.containing(start)
  const last = segments.containing(end - 1)
  return {
    start: first?.index ?? start,
    end: last ? last.index + last.segment.length : end,
  }
}

function add(hits: Hit[], hit: Hit): void {
  const before = hits.at(-1)
  if (before && hit.start <= before.end) before.end = Math.max(before.end, hit.end)
  else hits.push(hit)
}
