import type { RecognisedLine } from '../recognised-page.ts'
import { fontMetrics } from './glyphless-font.ts'
import { pdfNumber } from './pdf-writer.ts'

type Points = { width: number; height: number }
type Word = { text: string; left: number; right: number }

/**
 * The words of a page as invisible text over their places, in reading order. Each letter is as wide as
 * every other one of its word, tone marks too: engines that take text out of a PDF put letters into the
 * order of their places, and marks that lay on their letter would come out anywhere.
 */
export function wordsLayer(lines: readonly RecognisedLine[], page: Points): string {
  const shown = lines.filter(({ box, characters }) => box[3] > 0 && characters.length > 0)
  if (shown.length === 0) return ''
  return ['BT', '3 Tr', ...shown.flatMap((line) => lineOf(line, page)), 'ET', ''].join('\n')
}

function lineOf(line: RecognisedLine, page: Points): string[] {
  const [, top, , tall] = line.box
  const size = tall * page.height
  // Ascent and descent together are one em, so the letters' boxes are as tall as the line.
  const base =
    page.height * (1 - top - tall) - (fontMetrics.descent / fontMetrics.unitsPerEm) * size
  return wordsOf(line).flatMap(({ text, left, right }) => {
    const wide = Math.max(right - left, minimum) * page.width
    const natural = (text.length * fontMetrics.advance * size) / fontMetrics.unitsPerEm
    const stretch = (100 * wide) / natural
    return [
      `/F ${pdfNumber(size)} Tf ${pdfNumber(stretch)} Tz`,
      `1 0 0 1 ${pdfNumber(left * page.width)} ${pdfNumber(base)} Tm`,
      // The space is for the last word too: PDFium takes a letter alone, whose glyph is empty, for nothing.
      `<${hexOf(`${text} `)}> Tj`,
    ]
  })
}

const minimum = 0.0005

/** The words of a line with the edges of their letters, which have boxes where the line's text has none. */
function wordsOf({ text, characters }: RecognisedLine): Word[] {
  let next = 0
  return text.split(' ').flatMap((word): Word[] => {
    const edges: number[] = []
    for (let letters = 0; letters < word.length && next < characters.length; next++) {
      const [character = '', x = 0, , width = 0] = characters[next] ?? []
      edges.push(x, x + width)
      letters += character.length
    }
    if (edges.length === 0) return []
    return [{ text: oneUnitEach(word), left: Math.min(...edges), right: Math.max(...edges) }]
  })
}

// The font knows letters of one code unit; beyond them lie emoji and ancient scripts.
function oneUnitEach(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

function hexOf(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex')
}
