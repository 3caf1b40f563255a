import type { ReadCharacter, ReadLine } from './engine.ts'

const piece =
  /<div class='ocr_page'|<span class='ocr_(?:line|caption|header|textfloat)'|<span class='ocrx_cinfo' title='x_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+); x_conf (-?[\d.]+)'>([^<]*)</g

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/**
 * Reads Tesseract's hOCR with `hocr_char_boxes`: pages, their lines, and the characters of each.
 * Only our own engines' output comes here, so a scanner for three kinds of tags is enough.
 */
export function parseHocr(hocr: string): ReadLine[][] {
  const pages: ReadCharacter[][][] = []
  for (const found of hocr.matchAll(piece)) {
    const page = pages.at(-1)
    if (found[0].startsWith('<div')) pages.push([])
    else if (found[6] === undefined) page?.push([])
    else page?.at(-1)?.push(toCharacter(found, found[6]))
  }
  return pages.map((lines) => lines.map((line) => line.filter((character) => character.text)))
}

function toCharacter(found: RegExpMatchArray, text: string): ReadCharacter {
  const [left, top, right, bottom] = found.slice(1, 5).map(Number)
  return {
    text: text.replace(/&[a-z#0-9]+;/g, (entity) => entities[entity] ?? entity).trim(),
    box: [left ?? 0, top ?? 0, (right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)],
    confidence: Math.min(100, Math.max(0, Number(found[5]))),
  }
}
