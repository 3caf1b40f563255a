import {
  isConsonant,
  isMark,
  isTone,
  LAKKHANGYAO,
  markRank,
  NIKHAHIT,
  SARA_AA,
  SARA_AE,
  SARA_AM,
  SARA_E,
  SPACE,
} from './characters.ts'
import { copy, emptyTrace, push, span, type Traced } from './traced.ts'

/** N3: spaces in a row become one, none at the ends. */
export function collapseSpaces(text: Traced): Traced {
  const out = emptyTrace()
  for (let from = 0; from < text.codes.length; ) {
    let to = from + 1
    if (text.codes[from] === SPACE) {
      while (text.codes[to] === SPACE) to++
      const inside = out.codes.length > 0 && to < text.codes.length
      if (inside) push(out, SPACE, span(text, from, to))
    } else copy(out, text, { from, to })
    from = to
  }
  return out
}

// The end of a cluster so far: after it, a space before another sign can only be a slip.
function endsCluster(text: Traced): boolean {
  let at = text.codes.length - 1
  const last = text.codes[at] ?? 0
  if (isConsonant(last) || isMark(last) || last === SARA_AM) return true
  if (last !== SARA_AA && last !== LAKKHANGYAO) return false
  while (at > 0 && isMark(text.codes[--at] ?? 0)) if (text.codes[at] === NIKHAHIT) return true
  return false
}

/** N5: ท ี่ becomes ที่. */
export function closeGaps(text: Traced): Traced {
  const out = emptyTrace()
  for (let at = 0; at < text.codes.length; at++) {
    const next = text.codes[at + 1] ?? 0
    const gap = text.codes[at] === SPACE && (isMark(next) || next === SARA_AM)
    if (!(gap && endsCluster(out))) copy(out, text, { from: at, to: at + 1 })
  }
  return out
}

/** N6: เ typed twice is แ. */
export function joinDoubleE(text: Traced): Traced {
  const out = emptyTrace()
  for (let at = 0; at < text.codes.length; at++) {
    if (text.codes[at] === SARA_E && text.codes[at + 1] === SARA_E) {
      push(out, SARA_AE, span(text, at, at + 2))
      at++
    } else copy(out, text, { from: at, to: at + 1 })
  }
  return out
}

/** N7: the signs of a cluster in the one right order, each once; ํ with า is ำ, and ำ stands last. */
export function sortClusterTails(text: Traced): Traced {
  const out = emptyTrace()
  for (let from = 0; from < text.codes.length; ) {
    const to = tailEnd(text.codes, from)
    if (to - from < 2) copy(out, text, { from, to: from + 1 })
    else pushTail(out, text, { from, to })
    from = Math.max(to, from + 1)
  }
  return out
}

function tailEnd(codes: readonly number[], from: number): number {
  let waiting = false // a ํ for which an า may still come
  let at = from
  for (; at < codes.length; at++) {
    const code = codes[at] ?? 0
    if (waiting && (code === SARA_AA || code === LAKKHANGYAO)) waiting = false
    else if (!isMark(code) && code !== SARA_AM) break
    else if (code === NIKHAHIT) waiting = true
  }
  return at
}

function pushTail(out: Traced, text: Traced, { from, to }: { from: number; to: number }): void {
  const tail = text.codes.slice(from, to)
  const signs = tail.map((code) => (isMark(code) ? code : SARA_AM))
  const holdsAm = signs.includes(SARA_AM)
  const sorted = signs
    .filter((code, at) => signs.indexOf(code) === at && !(holdsAm && code === NIKHAHIT))
    .sort((one, other) => markRank(one) - markRank(other))
  const inOrder = sorted.length === tail.length && sorted.every((code, at) => code === tail[at])
  const range = span(text, from, to)
  if (inOrder) copy(out, text, { from, to })
  else for (const code of sorted) push(out, code, range)
}

/** N8: ๅ is an า mistyped, except after ฤ and ฦ and standing alone. */
export function replaceLakkhangyao(text: Traced): Traced {
  const codes = text.codes.map((code, at) => {
    if (code !== LAKKHANGYAO) return code
    const before = text.codes[at - 1] ?? 0
    const takesIt = before === 0x0e24 || before === 0x0e26
    return (isConsonant(before) && !takesIt) || isMark(before) ? SARA_AA : code
  })
  return { ...text, codes }
}

/** N9: a tone typed after its า moves before it. */
export function moveTones(text: Traced): Traced {
  const codes = [...text.codes]
  const starts = [...text.starts]
  const ends = [...text.ends]
  for (let at = 2; at < codes.length; at++) {
    const base = codes[at - 2] ?? 0
    const tone = codes[at] ?? 0
    const moves = isTone(tone) && codes[at - 1] === SARA_AA && (isConsonant(base) || isMark(base))
    if (!moves) continue
    codes[at] = SARA_AA
    codes[at - 1] = tone
    starts[at] = starts[at - 1] ?? 0
    ends[at - 1] = ends[at] ?? 0
  }
  return { codes, starts, ends }
}
