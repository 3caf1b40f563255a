import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { assert, unreachable } from '#kernel'
import { itemAt } from './random.ts'
import type { Pixels } from './scan-looks.ts'
import { joinTiffs } from './tiff-pages.ts'

/** How scanners write their pages. Only TIFF and PDF hold more than one. */
export const imageFormats = ['tiff-g4', 'tiff-lzw', 'tiff-jpeg', 'jpeg', 'png', 'pdf'] as const
export type ImageFormat = (typeof imageFormats)[number]

const extensions = { jpeg: 'jpg', png: 'png', pdf: 'pdf' }

export function extensionOf(format: ImageFormat): string {
  return format === 'jpeg' || format === 'png' || format === 'pdf' ? extensions[format] : 'tif'
}

/** Writes pages into one file; resolution stands in the file. */
export async function writePages(
  pages: readonly Pixels[],
  format: ImageFormat,
): Promise<Uint8Array> {
  assert(pages.length > 0, 'a file of pages has pages')
  if (format === 'pdf') return imagePdf(pages)
  const written = await Promise.all(pages.map((page) => writeOne(page, format)))
  if (format.startsWith('tiff')) return joinTiffs(written)
  assert(written.length === 1, 'JPEG and PNG hold one page')
  return itemAt(written, 0)
}

async function writeOne(page: Pixels, format: Exclude<ImageFormat, 'pdf'>): Promise<Uint8Array> {
  const { data, width, height, channels, dpi } = page
  const image = sharp(data, { raw: { width, height, channels } })
  if (channels === 1) image.toColourspace('b-w')
  const perMillimetre = dpi / 25.4
  const tiff = { xres: perMillimetre, yres: perMillimetre, resolutionUnit: 'inch' } as const
  switch (format) {
    case 'tiff-g4':
      assert(channels === 1, 'G4 is for black and white')
      return image.tiff({ ...tiff, compression: 'ccittfax4', bitdepth: 1 }).toBuffer()
    case 'tiff-lzw':
      return image.tiff({ ...tiff, compression: 'lzw', predictor: 'horizontal' }).toBuffer()
    case 'tiff-jpeg':
      return image.tiff({ ...tiff, compression: 'jpeg', quality: 80 }).toBuffer()
    case 'jpeg':
      return image.withMetadata({ density: dpi }).jpeg({ quality: 78 }).toBuffer()
    case 'png':
      return image.withMetadata({ density: dpi }).png({ compressionLevel: 3 }).toBuffer()
    default:
      return unreachable(format)
  }
}

/** A PDF of page images, as office copiers make them. */
async function imagePdf(pages: readonly Pixels[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const page of pages) {
    const image = await pdf.embedJpg(await writeOne(page, 'jpeg'))
    const [width, height] = [(page.width * 72) / page.dpi, (page.height * 72) / page.dpi]
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  return pdf.save()
}

/** The same PDF under a password, which intake cannot open. */
export async function lockPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  pdf.encrypt({ userPassword: 'sample', ownerPassword: 'sample' })
  return pdf.save()
}
