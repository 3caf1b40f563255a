import { constants, inflateSync } from 'node:zlib'
import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

/** Names that make a PDF more than pages: scripts, programs, other files, other form engines. */
const activeNames = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'EF',
  'FileAttachment',
  'XFA',
  'RichMedia',
])

const objectStreamBytesMax = 64 * 1024 ** 2

/**
 * The first active name in the objects of a PDF, or null. Reads the bytes itself, because PDFium
 * tells of scripts and files of the document, not of those hanging on a page or a button. Old
 * revisions count too. Page contents and pictures are skipped: names there are only bytes.
 */
export function findActiveContent(bytes: Uint8Array): string | null {
  const text = toLatin1(bytes)
  let at = 0
  for (;;) {
    const start = text.indexOf('stream', at)
    const outside = text.slice(at, start < 0 ? text.length : start)
    const found = findName(outside)
    if (found !== null || start < 0) return found
    const body = start + 'stream'.length
    const end = endOfStream(text, body, outside)
    const hidden = findInStream(bytes.subarray(skipLineEnd(text, body), end), outside)
    if (hidden !== null) return hidden
    at = end
  }
}

/** A declared length is believed only when the stream really ends there. */
function endOfStream(text: string, body: number, before: string): number {
  const declared = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(lastDictionary(before))?.[1]
  if (declared !== undefined) {
    const end = skipLineEnd(text, body) + Number(declared)
    if (/^\s{0,4}endstream/.test(text.slice(end, end + 14))) return end + indexAfter(text, end)
  }
  const end = text.indexOf('endstream', body)
  return end < 0 ? text.length : end + 'endstream'.length
}

function indexAfter(text: string, at: number): number {
  return text.slice(at, at + 14).indexOf('endstream') + 'endstream'.length
}

function skipLineEnd(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return at + 2
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at
}

function lastDictionary(before: string): string {
  return before.slice(Math.max(0, before.lastIndexOf(' obj')))
}

function isObjectStream(before: string): boolean {
  return decodeNames(lastDictionary(before)).includes('/ObjStm')
}

function findInStream(body: Uint8Array, before: string): string | null {
  const dictionary = lastDictionary(before)
  if (isObjectStream(before)) {
    if (!decodeNames(dictionary).includes('/Filter')) return findName(toLatin1(body))
    const unpacked = unpack(body)
    // Whoever packs objects in a way that only few readers know has something to hide.
    return unpacked === null ? 'ObjStm' : findName(unpacked)
  }
  // The word "stream" may stand in a string; then whole objects lie in what looks like a stream.
  return Buffer.from(body).includes('endobj') ? findName(toLatin1(body)) : null
}

function unpack(packed: Uint8Array): string | null {
  try {
    const maxOutputLength = objectStreamBytesMax
    return toLatin1(inflateSync(packed, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }))
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new Refusal(refusals.image_bomb)
    return null
  }
}

function toLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}

function findName(text: string): string | null {
  for (const [, name = ''] of decodeNames(text).matchAll(/\/([A-Za-z]+)(?![\w-])/g)) {
    if (activeNames.has(name)) return name
  }
  return null
}

/** A name may hide behind escapes: `/J#61vaScript`. */
function decodeNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
