import { wordsOf } from '#platform/typesetting'

/** A place on the paper in millimetres; signatures are curves through such places. */
export type Point = readonly [number, number]

/**
 * What a paper is made of. `templates/blocks.typ` draws each kind, `linesOf` says what a reader reads
 * in it: both take the same block, so the ground truth cannot differ from the paper.
 */
export type Block =
  // `size` is a weight against 14, the size of running text.
  | { is: 'heading'; text: string; size: number; bold: boolean; align: string; above: number }
  | { is: 'paragraph'; text: string; words: readonly string[]; indent: number; above: number }
  | { is: 'fields'; cells: readonly Field[] }
  | { is: 'digits'; label: string; groups: readonly (readonly string[])[] }
  | { is: 'choices'; label: string; options: readonly { text: string; on: boolean }[] }
  | { is: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[]; above: number }
  | { is: 'signature'; lines: readonly string[]; points?: readonly Point[]; above: number }
  | { is: 'frame'; title: string; blocks: readonly Block[]; above: number }
  | { is: 'map'; roads: readonly Road[]; landmarks: readonly Landmark[] }
  | { is: 'card'; lines: readonly string[]; above: number }
  | { is: 'code'; svg: string; above: number }
  | { is: 'emblem' }
  | { is: 'gap'; mm: number }

export type Field = { label: string; value: string; words: readonly string[]; width: number }
export type Column = { title: string; width: number; align: 'left' | 'right' }
export type Road = {
  x: number
  y: number
  w: number
  h: number
  name: string
  tx: number
  ty: number
}
export type Landmark = {
  x: number
  y: number
  text: string
  words: readonly string[]
  here: boolean
}

export function heading(text: string, size = 17, align = 'center'): Block {
  return { is: 'heading', text, size, bold: true, align, above: 1.5 }
}

/** One line that stands alone, not bold. */
export function line(text: string, align = 'left', above = 2.6): Block {
  return { is: 'heading', text, size: 14, bold: false, align, above }
}

export function paragraph(text: string, indent = 20): Block {
  return { is: 'paragraph', text, words: wordsOf(text), indent, above: 3 }
}

/** Labels with values on dotted lines, side by side: `fields(['เลขที่', '9', 1], ['ถนน', 'โกสีย์', 2])`. */
export function fields(...cells: readonly (readonly [string, string, number?])[]): Block {
  return {
    is: 'fields',
    cells: cells.map(([label, value, width = 1]) => ({
      label,
      value,
      words: wordsOf(value),
      width,
    })),
  }
}

/** A number in boxes, one digit each; dashes part the groups. */
export function digits(label: string, shown: string): Block {
  return { is: 'digits', label, groups: shown.split('-').map((group) => Array.from(group)) }
}

export function choices(label: string, options: readonly string[], chosen: string): Block {
  return {
    is: 'choices',
    label,
    options: options.map((text) => ({ text, on: text === chosen })),
  }
}

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Block {
  return { is: 'table', columns, rows, above: 4 }
}

export function frame(title: string, ...blocks: readonly Block[]): Block {
  return { is: 'frame', title, blocks, above: 5 }
}

export function signature(lines: readonly string[], points?: readonly Point[]): Block {
  return { is: 'signature', lines, ...(points ? { points } : {}), above: 7 }
}

/** The text of a block as lines in reading order: label before value, table row by row. */
export function linesOf(block: Block): readonly string[] {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'fields':
      return [block.cells.map(({ label, value }) => `${label} ${value}`.trim()).join(' ')]
    case 'digits':
      return [`${block.label} ${block.groups.map((group) => group.join('')).join('-')}`]
    case 'choices':
      return [[block.label, ...block.options.map((option) => option.text)].join(' ')]
    case 'table':
      return [block.columns.map((column) => column.title), ...block.rows].map((row) =>
        row.join(' '),
      )
    case 'frame':
      return [block.title, ...block.blocks.flatMap(linesOf)]
    case 'map':
      return [
        ...block.landmarks.map((landmark) => landmark.text),
        ...block.roads.map((road) => road.name),
        'น. ↑',
      ]
    case 'signature':
    case 'card':
      return block.lines
    case 'emblem':
      return ['ตราจำลอง']
    case 'code':
    case 'gap':
      return []
  }
}
