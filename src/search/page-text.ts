import { keyL2WithMap } from '#thai-text'
import type { PageLine } from './given.ts'
import { costAllowed, type Near, nearWord, tolerance } from './near-word.ts'
import { keysWanted, type PageWords } from './read-query.ts'

/** A stretch of a line, in UTF-16 units on grapheme borders. */
export type LineRange = { line: number; start: number; end: number }

type KeyedPage = {
  key: string
  /** For each unit of the key, its line and its range there. */
  at: { line: number; start: number; end: number }[]
}

export function keyOfPage(lines: readonly PageLine[]): KeyedPage {
  const page: KeyedPage = { key: '', at: [] }
  lines.forEach(({ text }, line) => {
    const { folded, starts, ends } = keyL2WithMap(text)
    page.key += folded
    for (let unit = 0; unit < folded.length; unit++)
      page.at.push({ line, start: starts[unit] ?? 0, end: ends[unit] ?? 0 })
  })
  return page
}

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** Every place of the words on a page; a place over the end of a line is one range on each line. */
export function placesOf(lines: readonly PageLine[], words: PageWords): LineRange[] {
  const page = keyOfPage(lines)
  const ranges: LineRange[] = []
  const wanted = keysWanted(words)
  for (const word of wanted) {
    for (const found of allOf(page.key, word, wanted.length)) {
      const touched = new Map<number, LineRange>()
      for (const { line, start, end } of page.at.slice(found.start, found.end)) {
        const range = touched.get(line)
        if (range) range.end = Math.max(range.end, end)
        else touched.set(line, { line, start, end })
      }
      for (const range of touched.values()) ranges.push(widen(range, lines[range.line]?.text ?? ''))
    }
  }
  return joined(ranges)
}

function allOf(key: string, word: string, words: number): Pick<Near, 'start' | 'end'>[] {
  const all: Pick<Near, 'start' | 'end'>[] = []
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + word.length))
    all.push({ start: at, end: at + word.length })
  if (all.length > 0) return all
  const share = words === 1 ? tolerance.last : tolerance.one_word
  const near = nearWord(key, word, costAllowed(word.length, share))
  return near === null ? [] : [near]
}

function widen({ line, start, end }: LineRange, text: string): LineRange {
  const segments = graphemes.segment(text)
  const last = segments.containing(end - 1)
  return {
    line,
    start: segments.containing(start)?.index ?? start,
    end: last ? last.index + last.segment.length : end,
  }
}

function joined(ranges: readonly LineRange[]): LineRange[] {
  const ordered = [...ranges].sort((one, other) => one.line - other.line || one.start - other.start)
  const result: LineRange[] = []
  for (const range of ordered) {
    const before = result.at(-1)
    if (before && before.line === range.line && range.start <= before.end)
      before.end = Math.max(before.end, range.end)
    else result.push({ ...range })
  }
  return result
}

/** The line that holds the most of the words: the one to show. */
export function bestLine(ranges: readonly LineRange[]): number {
  const held = new Map<number, number>()
  for (const { line, start, end } of ranges) held.set(line, (held.get(line) ?? 0) + end - start)
  let best = ranges[0]?.line ?? 0
  for (const [line, size] of held) if (size > (held.get(best) ?? 0)) best = line
  return best
}
