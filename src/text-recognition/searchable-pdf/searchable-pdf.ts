import type { RecognisedLine } from '../recognised-page.ts'
import { archiveMarks } from './archive-marks.ts'
import { fontMetrics, glyphlessFont } from './glyphless-font.ts'
import { acrossState, drawMark, markStream, type PageMark } from './page-mark.ts'
import type { PagePicture } from './page-picture.ts'
import { createPdfWriter, type PdfWriter, packedText, pdfNumber } from './pdf-writer.ts'
import { srgbProfile } from './srgb-profile.ts'
import { wordsLayer } from './words-layer.ts'

/** A page of the file to be made; the image is asked for when its turn comes. */
export type PageToPrint = {
  /** As the page is shown. */
  pixels: readonly [width: number, height: number]
  /** By which the picture is turned clockwise about its middle for that. */
  degrees: number
  /** Null where the scanner did not say. */
  dpi: number | null
  picture(): Promise<PagePicture>
  /** Empty while the page has not been read. */
  lines(): Promise<readonly RecognisedLine[]>
}

/** Where nothing says how large a page is, it is taken for a scan of the usual kind. */
const usualDpi = 200
/** ISO 19005-2, 6.1.13. */
const points = { min: 3, max: 14_400 }

// Numbers of the objects that every file has; each page adds three.
const numbers = {
  catalog: 1,
  pages: 2,
  marks: 3,
  profile: 4,
  font: 5,
  descendant: 6,
  descriptor: 7,
  fontFile: 8,
  glyphs: 9,
  letters: 10,
} as const
const firstPage = 11

/** What the whole file says of itself; a mark stands on every page. */
export type AboutPdf = { title: string; madeAt: Date; mark?: PageMark }

/**
 * A PDF/A-2b of page images with their words as invisible text, part by part: at most one page is in
 * memory. The same pages, title, time and mark give the same bytes.
 */
export async function* searchablePdf(
  pages: readonly PageToPrint[],
  about: AboutPdf,
): AsyncGenerator<Uint8Array> {
  const writer = createPdfWriter()
  yield writer.head()
  yield* frame(writer, pages.length)
  yield writer.stream(numbers.marks, '/Type /Metadata /Subtype /XML', archiveMarks(about))
  const [packedProfile, profile] = await packedText(srgbProfile())
  yield writer.stream(numbers.profile, `/N 3 /Alternate /DeviceRGB ${packedProfile}`, profile)
  yield* font(writer)
  const { mark } = about
  const number = firstPage + pages.length * 3
  if (mark !== undefined) yield writer.stream(number, ...markStream(mark))
  const marked = mark === undefined ? null : { mark, number }
  for (const [index, page] of pages.entries()) yield* printPage(writer, { index, page, marked })
  yield writer.tail(numbers.catalog)
}

function* frame(writer: PdfWriter, count: number): Generator<Buffer> {
  const intent =
    '<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) ' +
    `/Info (sRGB IEC61966-2.1) /DestOutputProfile ${numbers.profile} 0 R >>`
  yield writer.object(
    numbers.catalog,
    `<< /Type /Catalog /Pages ${numbers.pages} 0 R /Metadata ${numbers.marks} 0 R ` +
      `/OutputIntents [${intent}] /Lang (th-TH) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  )
  const kids = Array.from({ length: count }, (_, index) => `${firstPage + index * 3} 0 R`)
  yield writer.object(numbers.pages, `<< /Type /Pages /Count ${count} /Kids [${kids.join(' ')}] >>`)
}

async function* font(writer: PdfWriter): AsyncGenerator<Buffer> {
  const name = 'FAEMAA+Glyphless'
  const { advance, ascent, descent } = fontMetrics
  yield writer.object(
    numbers.font,
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H ` +
      `/DescendantFonts [${numbers.descendant} 0 R] /ToUnicode ${numbers.letters} 0 R >>`,
  )
  yield writer.object(
    numbers.descendant,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /DW ${advance} ` +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> ' +
      `/FontDescriptor ${numbers.descriptor} 0 R /CIDToGIDMap ${numbers.glyphs} 0 R >>`,
  )
  yield writer.object(
    numbers.descriptor,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /ItalicAngle 0 /StemV 80 ` +
      `/FontBBox [0 ${descent} ${advance} ${ascent}] /Ascent ${ascent} /Descent ${descent} ` +
      `/CapHeight ${ascent} /FontFile2 ${numbers.fontFile} 0 R >>`,
  )
  const file = glyphlessFont()
  const [packedFile, packedFont] = await packedText(file)
  yield writer.stream(numbers.fontFile, `/Length1 ${file.length} ${packedFile}`, packedFont)
  // Every code is the one glyph; glyph 0 would be "not defined", which archives forbid.
  const glyphs = Buffer.alloc(65_536 * 2)
  for (let code = 0; code < 65_536; code++) glyphs.writeUInt16BE(1, code * 2)
  yield writer.stream(numbers.glyphs, ...(await packedText(glyphs)))
  yield writer.stream(numbers.letters, ...(await packedText(lettersMap())))
}

/** Codes are UTF-16 units. A range may not run over its last byte, and half a letter pair is no letter. */
function lettersMap(): string {
  const rows = Array.from({ length: 256 }, (_, high) => high)
    .filter((high) => high < 0xd8 || high > 0xdf)
    .map((high) => {
      const first = high.toString(16).padStart(2, '0')
      // U+0000 is no text, and the last two codes are no characters.
      const [low, top] = [high === 0 ? '01' : '00', high === 0xff ? 'fd' : 'ff']
      return `<${first}${low}> <${first}${top}> <${first}${low}>`
    })
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, block) => {
    const part = rows.slice(block * 100, block * 100 + 100)
    return `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`
  })
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

type Printing = {
  index: number
  page: PageToPrint
  /** The mark and the number of its object. */
  marked: { mark: PageMark; number: number } | null
}

async function* printPage(
  writer: PdfWriter,
  { index, page, marked }: Printing,
): AsyncGenerator<Buffer> {
  const [own, content, image] = [0, 1, 2].map((at) => firstPage + index * 3 + at)
  const [width, height] = page.pixels.map((pixels) => pointsOf(pixels, page.dpi))
  const size = { width: width ?? points.min, height: height ?? points.min }
  const picture = await page.picture()
  yield writer.object(
    own ?? 0,
    `<< /Type /Page /Parent ${numbers.pages} 0 R ` +
      `/MediaBox [0 0 ${pdfNumber(size.width)} ${pdfNumber(size.height)}] ` +
      `/Resources << /Font << /F ${numbers.font} 0 R >> /XObject << /P ${image} 0 R ` +
      `${marked === null ? '>>' : `/M ${marked.number} 0 R >> /ExtGState << /A ${acrossState} >>`} >> ` +
      `/Contents ${content} 0 R >>`,
  )
  const words = wordsLayer(await page.lines(), size)
  const mark = marked === null ? '' : drawMark(marked.mark, size)
  const drawn = `q ${placed(picture, { ...page, size })} /P Do Q\n${mark}${words}`
  yield writer.stream(content ?? 0, ...(await packedText(drawn)))
  const { colours, bits, filter, bytes } = picture
  yield writer.stream(
    image ?? 0,
    `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} ` +
      `/ColorSpace /${colours} /BitsPerComponent ${bits} /Filter /${filter}`,
    bytes,
  )
}

function pointsOf(pixels: number, dpi: number | null): number {
  const inches = pixels / (dpi ?? usualDpi)
  return Math.min(points.max, Math.max(points.min, inches * 72))
}

type Sheet = Pick<PageToPrint, 'degrees' | 'dpi'> & { size: { width: number; height: number } }

/** Matrices that lay the picture on its sheet: as the file asks, then turned about the middle. */
function placed(picture: PagePicture, { degrees, dpi, size }: Sheet): string {
  if (degrees === 0) return `${placing(picture.orientation, size)} cm`
  // Orientations from 5 on lie on their side.
  const [wide, high] =
    picture.orientation < 5 ? [picture.width, picture.height] : [picture.height, picture.width]
  const own = { width: pointsOf(wide, dpi), height: pointsOf(high, dpi) }
  const angle = (-degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const turned = [
    ...[cos, sin, -sin, cos],
    size.width / 2 - (cos * own.width - sin * own.height) / 2,
    size.height / 2 - (sin * own.width + cos * own.height) / 2,
  ]
  return `${turned.map(pdfNumber).join(' ')} cm ${placing(picture.orientation, own)} cm`
}

/** Lays the image's unit square on the page, turned or mirrored as Exif asks. */
function placing(orientation: number, { width, height }: { width: number; height: number }) {
  const turns: Record<number, readonly number[]> = {
    2: [-width, 0, 0, height, width, 0],
    3: [-width, 0, 0, -height, width, height],
    4: [width, 0, 0, -height, 0, height],
    5: [0, -height, -width, 0, width, height],
    6: [0, -height, width, 0, 0, height],
    7: [0, height, width, 0, 0, 0],
    8: [0, height, -width, 0, width, 0],
  }
  return (turns[orientation] ?? [width, 0, 0, height, 0, 0]).map(pdfNumber).join(' ')
}
