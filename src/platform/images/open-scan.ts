import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { Fault, Refusal } from '#kernel'
import { limits } from './limits.ts'
import type { ImageKind } from './page.ts'
import { openPdf } from './pdf.ts'
import type { LoadPdfium } from './pdfium.ts'
import { openRaster } from './raster.ts'
import { refusals } from './refusals.ts'
import type { Scan } from './scan.ts'

const signatures: readonly [ImageKind, readonly number[]][] = [
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** Opens by what the bytes are, never by the name. Throws `platform.image_…` refusals. */
export async function openScan(path: string, loadPdfium: LoadPdfium): Promise<Scan> {
  const size = bytesOf(path)
  if (size > limits.file_bytes_max) {
    throw new Refusal(refusals.image_too_large, { bytes: size, bytes_max: limits.file_bytes_max })
  }
  const kind = kindOf(readHead(path, 1_024))
  if (kind === null) throw new Refusal(refusals.image_type_unknown)
  const scan = kind === 'pdf' ? await openPdf(path, loadPdfium) : await openRaster(path, kind)
  if (scan.pageCount > limits.file_pages_max) {
    scan.close()
    const facts = { pages: scan.pageCount, pages_max: limits.file_pages_max }
    throw new Refusal(refusals.image_too_many_pages, facts)
  }
  return scan
}

function bytesOf(path: string): number {
  try {
    return statSync(path).size
  } catch (cause) {
    throw new Fault('platform.image_file_missing', 'The file to examine cannot be opened', cause)
  }
}

function readHead(path: string, bytes: number): Uint8Array {
  const descriptor = openSync(path, 'r')
  try {
    const head = Buffer.alloc(bytes)
    return head.subarray(0, readSync(descriptor, head, 0, bytes, 0))
  } finally {
    closeSync(descriptor)
  }
}

/** Only chooses the decoder to try; the decoder then judges. PDF may have 1 kB before its header. */
export function kindOf(head: Uint8Array): ImageKind | null {
  for (const [kind, bytes] of signatures) {
    if (bytes.every((byte, at) => head[at] === byte)) return kind
  }
  return Buffer.from(head).includes('%PDF-') ? 'pdf' : null
}
