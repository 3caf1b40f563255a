import { assert } from '#kernel'
import { itemAt } from './random.ts'

/** Bytes of one value by TIFF field type (TIFF 6.0, section 2). */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const [stripOffsets, tileOffsets, longType] = [273, 324, 4]
const littleEndian = 0x4949

/**
 * Joins TIFF files of one page each into one file of many pages: the files stand behind each other,
 * every offset is moved by where its file begins, and each directory points to the next one.
 * Pages may differ in size and compression. Takes what libvips writes: little endian, not BigTIFF.
 */
export function joinTiffs(files: readonly Uint8Array[]): Uint8Array {
  const starts: number[] = []
  let length = 0
  for (const file of files) {
    starts.push(length)
    length += file.length + (file.length % 2)
  }
  const joined = Buffer.alloc(length)
  const directories = files.map((file, place) => {
    const start = itemAt(starts, place)
    joined.set(file, start)
    return moveDirectory(joined, start)
  })
  directories.forEach(({ link }, place) => {
    joined.writeUInt32LE(directories[place + 1]?.at ?? 0, link)
  })
  return joined
}

type Directory = { at: number; link: number }

/** Moves the offsets of the one directory of the file that begins at `start`. */
function moveDirectory(bytes: Buffer, start: number): Directory {
  assert(bytes.readUInt16LE(start) === littleEndian, 'a TIFF page is little endian')
  const at = start + bytes.readUInt32LE(start + 4)
  const entries = bytes.readUInt16LE(at)
  for (let entry = 0; entry < entries; entry += 1) moveEntry(bytes, at + 2 + entry * 12, start)
  bytes.writeUInt32LE(at, start + 4)
  return { at, link: at + 2 + entries * 12 }
}

function moveEntry(bytes: Buffer, entry: number, start: number): void {
  const tag = bytes.readUInt16LE(entry)
  const type = bytes.readUInt16LE(entry + 2)
  const count = bytes.readUInt32LE(entry + 4)
  const inline = itemAt(sizes, type) * count <= 4
  const values = inline ? entry + 8 : start + bytes.readUInt32LE(entry + 8)
  if (!inline) bytes.writeUInt32LE(values, entry + 8)
  if (tag !== stripOffsets && tag !== tileOffsets) return
  assert(type === longType, 'strip offsets are 32 bits wide')
  for (let value = 0; value < count; value += 1) {
    const place = values + value * 4
    bytes.writeUInt32LE(bytes.readUInt32LE(place) + start, place)
  }
}
