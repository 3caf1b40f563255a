/** What a PDF must say of a JPEG it takes over as it is. */
export type JpegHeader = {
  width: number
  height: number
  channels: 1 | 3
  /** By Exif, 1 to 8: how the stored rows must be turned to stand upright. */
  orientation: number
}

/** Null when the bytes are no JPEG of 8 bits in grey or colour, and must be decoded instead. */
export function readJpegHeader(bytes: Uint8Array): JpegHeader | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null
  let orientation = 1
  for (let at = 2; at + 4 <= view.length; ) {
    if (view[at] !== 0xff) return null
    const marker = view[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = view.readUInt16BE(at + 2)
    const segment = view.subarray(at + 4, at + 2 + length)
    if (isFrame(marker)) return readFrame(segment, orientation)
    if (marker === 0xe1) orientation = readOrientation(segment) ?? orientation
    if (marker === 0xda || length < 2) return null
    at += 2 + length
  }
  return null
}

/** Baseline, extended and progressive frames; lossless and arithmetic ones no PDF reader knows. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xc2
}

function readFrame(segment: Buffer, orientation: number): JpegHeader | null {
  if (segment.length < 6 || segment[0] !== 8) return null
  const [height, width, channels] = [segment.readUInt16BE(1), segment.readUInt16BE(3), segment[5]]
  if (width === 0 || height === 0 || (channels !== 1 && channels !== 3)) return null
  return { width, height, channels, orientation }
}

function readOrientation(segment: Buffer): number | null {
  if (segment.toString('latin1', 0, 6) !== 'Exif\0\0' || segment.length < 14) return null
  const tiff = segment.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return null
  const entries = short(directory)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    if (short(at) !== 0x0112) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}
