import { PDFiumLibrary } from '@hyzyla/pdfium'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { Bug } from '#kernel'
import { faceBlobs, thaiFonts } from '../../test/kit/thai-fonts.ts'
import type { Block, OfficePage } from './office-pages.ts'
import type { Picture } from './picture.ts'
import { PlacedWords, type TrueWord, trueWords } from './word-boxes.ts'

export type DrawnPage = { picture: Picture; words: TrueWord[] }

// The stamps lie under the text, so that black ink stays black as it does on paper.
const template = `
#let page-in = json(bytes(sys.inputs.page))
#set text(font: (page-in.font, "Sarabun"), size: page-in.size * 1pt, lang: "th")
#let stamps = if page-in.stamped {
  place(dx: 9cm, dy: 16cm, circle(radius: 2cm, stroke: 2.5pt + rgb("#c8202c"), inset: 4pt, align(center + horizon, text(fill: rgb("#c8202c"), size: 15pt)[สำนักงาน\\ ทะเบียน])))
  place(dx: 3cm, dy: 8cm, rotate(-8deg, rect(stroke: 2pt + rgb("#2438b0"), inset: 6pt, text(fill: rgb("#2438b0"), size: 20pt)[สำเนาถูกต้อง])))
  place(dx: 4cm, dy: 20cm, curve(stroke: 1.6pt + rgb("#1a2a9a"), curve.move((0cm, 1cm)), curve.cubic((1cm, -1cm), (1.4cm, 2.4cm), (2cm, 0.6cm)), curve.cubic((2.6cm, -1cm), (3cm, 2cm), (4.2cm, 0.2cm))))
}
#set page(width: 21cm, height: 29.7cm, margin: (x: 2.2cm, y: 2cm), background: place(top + left, stamps))
#set par(justify: false, leading: 0.85em, spacing: 1.1em)
#let placed(word) = context {
  let at = here().position()
  [#metadata((word, at.x.pt(), at.y.pt(), measure(word).width.pt(), text.size.pt())) <word>]
}
#let words(list) = list.map(word => if word == " " [ ] else { box(placed(word) + word) }).join("\\u{200b}")
#for block in page-in.blocks {
  if block.kind == "heading" { align(center, text(size: 1.25em, words(block.text))) }
  if block.kind == "paragraph" { par(first-line-indent: (amount: 1.5cm, all: true), words(block.text)) }
  if block.kind == "pair" { grid(columns: (1fr, auto), words(block.left), words(block.right)) }
  if block.kind == "fields" {
    for (label, value) in block.fields [#words(label) #box(width: 0.6cm, repeat[.]) #words(value) #box(width: 1fr, repeat[.]) \\ ]
  }
  if block.kind == "table" {
    // A cell that broke into two lines would make the reading order a matter of taste.
    set text(size: 10pt)
    table(columns: block.widths.map(width => width * 1cm), stroke: 0.6pt, inset: 5pt, ..block.rows.flatten().map(cell => box(words(cell.split("\\u{1f}")))))
  }
}
`

/** Sets pages with Typst and draws them with PDFium at 300 dpi. Call `close` when done. */
export async function openTypesetter() {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: faceBlobs(thaiFonts) }],
  })
  const library = await PDFiumLibrary.init()
  return {
    async draw(page: OfficePage, { stamped }: { stamped: boolean }): Promise<DrawnPage> {
      const input = {
        font: page.font,
        size: page.size_pt,
        stamped,
        blocks: page.blocks.map(toWords),
      }
      const options = {
        mainFileContent: template,
        inputs: { page: JSON.stringify(input) },
        resetRead: true,
      }
      const { result } = compiler.compile(options)
      if (!result) throw new Bug('A page of the benchmark does not compile')
      const places = PlacedWords.parse(
        compiler.query(result, { selector: '<word>', field: 'value' }),
      )
      const document = await library.loadDocument(compiler.pdf(result))
      try {
        const drawn = await document.getPage(0).render({ scale: 300 / 72, render: 'bitmap' })
        const picture = { ...withoutAlpha(drawn), dpi: 300, skew: 0 }
        return { picture, words: trueWords(picture, places) }
      } finally {
        document.destroy()
      }
    },
    close: () => library.destroy(),
  }
}

function toWords(block: Block) {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: wordsOf(block.text) }
    case 'pair':
      return { ...block, left: wordsOf(block.left), right: wordsOf(block.right) }
    case 'fields':
      return { ...block, fields: block.fields.map((field) => field.map(wordsOf)) }
    case 'table':
      // Rows are flattened in the template, so the words of a cell travel as one string.
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => wordsOf(cell).join('\u001f'))),
      }
  }
}

// Typst breaks Thai in the middle of words; boxed words joined by zero-width spaces it keeps whole.
function wordsOf(text: string): string[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' })
  return [...segmenter.segment(text)].map(({ segment }) => (segment.trim() ? segment : ' '))
}

function withoutAlpha({
  data,
  width,
  height,
}: {
  data: Uint8Array
  width: number
  height: number
}) {
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 0
    rgb[to + 1] = data[from + 1] ?? 0
    rgb[to + 2] = data[from + 2] ?? 0
  }
  return { data: rgb, width, height }
}
