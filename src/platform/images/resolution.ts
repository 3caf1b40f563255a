import { readTiffDirectories } from './tiff-directories.ts'

/**
 * Dots per inch of a page as its own file states them, the lower of both directions, or null.
 * Read here because the image library reports only one direction, and 72 where nothing is stated.
 */
export function readResolution(bytes: Uint8Array, page: number): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (bytes[0] === 0xff) return jpegResolution(view)
    if (bytes[0] === 0x89) return pngResolution(view)
    return tiffResolution(bytes, page)
  } catch (thrown) {
    // A header that points outside the file states nothing.
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

function inches(x: number, y: number, perInch: number): number | null {
  const dpi = Math.min(x, y) * perInch
  if (!Number.isFinite(dpi) || dpi <= 0) return null
  // Metres and centimetres do not divide evenly: 11,811 dots per metre is meant as 300.
  return Math.abs(dpi - Math.round(dpi)) < 0.02 ? Math.round(dpi) : Math.round(dpi * 100) / 100
}

function jpegResolution(view: DataView): number | null {
  let at = 2
  while (view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0xda) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xe0 && view.getUint32(at + 4) === 0x4a464946) {
      const unit = view.getUint8(at + 11)
      if (unit === 0) return null
      return inches(view.getUint16(at + 12), view.getUint16(at + 14), unit === 2 ? 2.54 : 1)
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function pngResolution(view: DataView): number | null {
  let at = 8
  for (;;) {
    const type = view.getUint32(at + 4)
    if (type === 0x49444154) return null
    if (type === 0x70485973) {
      if (view.getUint8(at + 16) !== 1) return null
      return inches(view.getUint32(at + 8), view.getUint32(at + 12), 0.0254)
    }
    at += 12 + view.getUint32(at)
  }
}

function tiffResolution(bytes: Uint8Array, page: number): number | null {
  const stated = readTiffDirectories(bytes, page + 1)?.[page]?.resolution
  return stated ? inches(stated.x, stated.y, stated.perInch) : null
}
