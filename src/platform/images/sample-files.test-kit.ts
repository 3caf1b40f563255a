import { crc32, deflateSync } from 'node:zlib'
import { type PDFArray, type PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import bwipjs from 'bwip-js'
import sharp, { type Sharp } from 'sharp'

export type Canvas = { width: number; height: number; data: Uint8Array }

/** A white page with lines of strokes like writing, small enough for many tests. */
export function aWrittenPage(width = 620, height = 877): Canvas {
  const data = new Uint8Array(width * height).fill(250)
  for (let line = 60; line < height - 80; line += 24) {
    for (let x = 60; x < width - 60; x += 5) {
      // Gaps between words, at places that do not line up from line to line.
      if ((x * 7 + line * 13) % 11 < 3) continue
      for (let y = line; y < line + 10; y += 1) data.fill(20, y * width + x, y * width + x + 2)
    }
  }
  return { width, height, data }
}

export function anEmptyPage(width = 620, height = 877): Canvas {
  return { width, height, data: new Uint8Array(width * height).fill(245) }
}

export function grey({ width, height, data }: Canvas): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 } }).toColourspace('b-w')
}

const perMillimetre = (dpi: number) => dpi / 25.4

export async function aGreyJpeg(page: Canvas, dpi = 75): Promise<Buffer> {
  const jpeg = await grey(page).jpeg({ quality: 85 }).toBuffer()
  return withJfifDensity(jpeg, dpi)
}

/** Puts a JFIF header with the resolution in front, as scanners do. */
function withJfifDensity(jpeg: Buffer, dpi: number): Buffer {
  const header = Buffer.from([
    0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 1, 0, 0, 0, 0, 0, 0,
  ])
  header.writeUInt16BE(dpi, 12)
  header.writeUInt16BE(dpi, 14)
  return Buffer.concat([jpeg.subarray(0, 2), header, jpeg.subarray(2)])
}

export async function aTurnedJpeg(page: Canvas): Promise<Buffer> {
  return grey(page)
    .jpeg()
    .withExif({ IFD0: { Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

export function aPng(page: Canvas, dpi = 75): Promise<Buffer> {
  return grey(page).png().withMetadata({ density: dpi }).toBuffer()
}

export function aColourPng(page: Canvas): Promise<Buffer> {
  return grey(page).toColourspace('srgb').tint('#aa3030').png().toBuffer()
}

export type TiffCompression = 'ccittfax4' | 'lzw' | 'jpeg' | 'none'

export function aTiff(page: Canvas, compression: TiffCompression, dpi = 75): Promise<Buffer> {
  const resolution = { xres: perMillimetre(dpi), yres: perMillimetre(dpi) }
  if (compression === 'ccittfax4') {
    const black = grey(page).threshold(128).toColourspace('b-w')
    return black.tiff({ compression, bitdepth: 1, ...resolution }).toBuffer()
  }
  return grey(page)
    .tiff({ compression, ...resolution })
    .toBuffer()
}

const sizeOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** One TIFF of many pages: files behind each other, their offsets moved, their directories linked. */
export function joinTiffs(files: readonly Buffer[]): Buffer {
  const even = files.map((file) => Buffer.concat([file, Buffer.alloc(file.length % 2)]))
  const joined = Buffer.concat(even)
  let start = 0
  let linkAt = 4
  for (const file of even) {
    const directory = start + file.readUInt32LE(4)
    joined.writeUInt32LE(directory, linkAt)
    const entries = joined.readUInt16LE(directory)
    for (let n = 0; n < entries; n += 1) moveEntry(joined, directory + 2 + n * 12, start)
    linkAt = directory + 2 + entries * 12
    joined.writeUInt32LE(0, linkAt)
    start += file.length
  }
  return joined
}

function moveEntry(joined: Buffer, at: number, start: number): void {
  const [tag, type] = [joined.readUInt16LE(at), joined.readUInt16LE(at + 2)]
  const count = joined.readUInt32LE(at + 4)
  const inline = (sizeOfType[type] ?? 0) * count <= 4
  if (!inline) joined.writeUInt32LE(joined.readUInt32LE(at + 8) + start, at + 8)
  if (tag !== 273) return
  const values = inline ? at + 8 : joined.readUInt32LE(at + 8)
  for (let n = 0; n < count; n += 1) {
    joined.writeUInt32LE(joined.readUInt32LE(values + n * 4) + start, values + n * 4)
  }
}

/** A PNG whose header promises `width` × `height` grey pixels and whose body holds nearly none. */
export function aHollowPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const body = deflateSync(Buffer.alloc(1_000))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', body),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(typed))
  return Buffer.concat([length, typed, sum])
}

/** A page with a QR code whose corner lies at `left`, `top`; the code is 120 pixels wide. */
export async function aPageWithCode(text: string, left: number, top: number): Promise<Canvas> {
  const page = aWrittenPage()
  // The type of the options leaves out what belongs to one kind of code, such as its level.
  const symbol = { bcid: 'qrcode', text, eclevel: 'M', scale: 4, padding: 4 }
  const code = await bwipjs.toBuffer(symbol)
  const input = await sharp(code)
    .flatten({ background: '#ffffff' })
    .resize(120, 120)
    .png()
    .toBuffer()
  const data = await grey(page)
    .composite([{ input, left, top }])
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { ...page, data: new Uint8Array(data) }
}

const a4 = { width: 595.28, height: 841.89 }

export type PdfChange = (pdf: PDFDocument) => Promise<unknown> | unknown

/** A PDF whose only page is a scan: one JPEG over the whole sheet. */
export async function aScannedPdf(jpeg: Buffer, change?: PdfChange): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  const picture = await pdf.embedJpg(jpeg)
  pdf.addPage([a4.width, a4.height]).drawImage(picture, { x: 0, y: 0, ...a4 })
  await change?.(pdf)
  return Buffer.from(await pdf.save())
}

export async function aTypedPdf(words: string, change?: PdfChange): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  pdf.addPage([a4.width, a4.height]).drawText(words, { x: 72, y: 720, size: 24 })
  await change?.(pdf)
  return Buffer.from(await pdf.save())
}

/** Two pages in the oldest form of PDF, whose objects any reader can find again without a table. */
export async function aPlainPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (const words of ['one', 'two']) pdf.addPage().drawText(words)
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

/** Changes that make a PDF active, by the word that the refusal says. */
export const activeChanges: Record<string, PdfChange> = {
  JavaScript: (pdf) => pdf.addJavaScript('open', 'app.alert("x")'),
  EmbeddedFiles: (pdf) => pdf.attach(Buffer.from('x'), 'x.txt', { mimeType: 'text/plain' }),
  XFA: (pdf) => pdf.catalog.set(PDFName.of('AcroForm'), pdf.context.obj({ Fields: [], XFA: [] })),
  Launch: (pdf) => addLink(pdf, { S: 'Launch', F: PDFString.of('calc.exe') }),
  JS: (pdf) => addLink(pdf, { S: 'Named', JS: PDFString.of('app.alert("x")') }),
}

function addLink(pdf: PDFDocument, action: Record<string, string | PDFString>): void {
  const annotation: PDFDict = pdf.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 100, 100],
    A: action,
  })
  const annotations: PDFArray = pdf.context.obj([pdf.context.register(annotation)])
  pdf.getPage(0).node.set(PDFName.of('Annots'), annotations)
}
