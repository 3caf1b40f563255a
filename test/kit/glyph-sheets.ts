import { PDFiumLibrary } from '@hyzyla/pdfium'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import sharp from 'sharp'
import { Bug } from '#kernel'
import type { GreyImage } from '../../src/text-recognition/pixels.ts'
import type { Glyph } from '../../src/text-recognition/thai-digits/glyph-features.ts'
import { cropInk } from '../../src/text-recognition/thai-digits/glyphs.ts'
import { noDigit } from '../../src/text-recognition/thai-digits/network.ts'
import { faceBlobs, type ThaiFont } from './thai-fonts.ts'

/** A glyph as a scan shows it, and what it is: 0 to 9, or `noDigit`. */
export type Sample = { glyph: Glyph; label: number; font: string }

const columns = 22
const rows = 30
const cell_pt = { width: 24, height: 26 }
const dpi = 200
const others = [
  ...'กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาเแโใไๆฯ',
  ...'0123456789ABCDEHKMNPSTabcdeghmnopstu/-().,:',
]

/** Numbers from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Sets sheets of single glyphs and makes of them what scanners, faxes and copiers do. */
export async function openGlyphSheets(fonts: readonly ThaiFont[]) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: faceBlobs(fonts) }] })
  const library = await PDFiumLibrary.init()
  return {
    /** The same font and seed give the same sheet. */
    async samples(font: ThaiFont, seed: number): Promise<Sample[]> {
      const random = randomFrom(seed)
      const labels = Array.from({ length: columns * rows }, (_, at) =>
        random() < 0.72 ? at % 10 : noDigit,
      )
      const glyphs = labels.map((label) =>
        label === noDigit
          ? (others[Math.floor(random() * others.length)] ?? 'ก')
          : String.fromCharCode(0x0e50 + label),
      )
      const page = sheetSource(font, glyphs, random)
      const { result } = compiler.compile({ mainFileContent: page })
      if (!result) throw new Bug('A sheet of glyphs does not compile')
      const document = await library.loadDocument(compiler.pdf(result))
      try {
        const drawn = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' })
        const scan = await scanned(drawn, random)
        return labels.flatMap((label, at) => {
          const glyph = cropInk(scan, cellBox(at))
          return glyph ? [{ glyph, label, font: font.family }] : []
        })
      } finally {
        document.destroy()
      }
    },
    /** A line of text as a scan shows it. */
    async line(font: ThaiFont, text: string): Promise<GreyImage> {
      const { result } = compiler.compile({
        mainFileContent: `#set page(width: auto, height: auto, margin: 4pt)
          #text(font: "${font.family}", size: 15pt)[${text}]`,
      })
      if (!result) throw new Bug('A line does not compile')
      const document = await library.loadDocument(compiler.pdf(result))
      try {
        const drawn = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' })
        const pixels = Uint8Array.from(
          { length: drawn.width * drawn.height },
          (_, at) => drawn.data[at * 4] ?? 255,
        )
        return { data: pixels, width: drawn.width, height: drawn.height, dpi }
      } finally {
        document.destroy()
      }
    },
    close: () => library.destroy(),
  }
}

function sheetSource(font: ThaiFont, glyphs: readonly string[], random: () => number): string {
  const weight = [300, 400, 400, 400, 500, 600, 700][Math.floor(random() * 7)]
  const size = 11 + random() * 6
  const size_pt = { width: columns * cell_pt.width, height: rows * cell_pt.height }
  return [
    `#set page(width: ${size_pt.width}pt, height: ${size_pt.height}pt, margin: 0pt)`,
    `#set text(font: ("${font.family}", "Sarabun"), size: ${size.toFixed(1)}pt, weight: ${weight})`,
    `#grid(columns: (${cell_pt.width}pt,) * ${columns}, rows: ${cell_pt.height}pt,`,
    'align: center + horizon,',
    `..(${glyphs.map((glyph) => `"${glyph}"`).join(', ')}).map(text))`,
  ].join('\n')
}

function cellBox(at: number): [number, number, number, number] {
  const [width, height] = [(cell_pt.width * dpi) / 72, (cell_pt.height * dpi) / 72]
  const [x, y] = [(at % columns) * width, Math.floor(at / columns) * height]
  return [Math.round(x), Math.round(y), Math.round(width), Math.round(height)]
}

type Drawn = { data: Uint8Array; width: number; height: number }

/** Turned a little, unsharp, grainy, thick or thin; at times in two tones. Ink black, paper white. */
async function scanned({ data, width, height }: Drawn, random: () => number) {
  const turned = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .rotate((random() - 0.5) * 0.8, { background: '#ffffff' })
    .blur(0.35 + random() * 0.9)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const grain = random() < 0.3 ? 0 : random() * 40
  const level = 110 + random() * 90
  const twoToned = random() < 0.35
  const left = (turned.info.width - width) >> 1
  const top = (turned.info.height - height) >> 1
  const page = new Uint8Array(width * height)
  for (let at = 0; at < page.length; at++) {
    const from = (Math.floor(at / width) + top) * turned.info.width + left + (at % width)
    const value = (turned.data[from] ?? 255) + (random() + random() - 1) * grain
    const stretched = (value - level) * 2.2 + 160
    page[at] = twoToned ? (value < level ? 0 : 255) : Math.min(255, Math.max(0, stretched))
  }
  return { data: page, width, height, dpi }
}
