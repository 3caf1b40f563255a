/** One page of a TIFF as its directory describes it; `null` where the tag is missing or odd. */
export type TiffDirectory = {
  width: number
  height: number
  bits: number
  resolution: { x: number; y: number; perInch: number } | null
}

const tags = { width: 256, height: 257, bits: 258, samples: 277, x: 282, y: 283, unit: 296 }
const longType = 4
const perInchOfUnit: Partial<Record<number, number>> = { 2: 1, 3: 2.54 }

/**
 * Walks the directories of a classic TIFF without decoding anything, at most `pages_max`. Null when
 * the file is not a classic TIFF (BigTIFF), or when a directory points outside the file or back.
 */
export function readTiffDirectories(bytes: Uint8Array, pages_max: number): TiffDirectory[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  const found: TiffDirectory[] = []
  const seen = new Set<number>()
  try {
    if (view.getUint16(2, little) !== 42) return null
    let at = view.getUint32(4, little)
    while (at !== 0 && found.length < pages_max) {
      if (seen.has(at)) return null
      seen.add(at)
      const entries = view.getUint16(at, little)
      found.push(readDirectory(view, { at, entries, little }))
      at = view.getUint32(at + 2 + entries * 12, little)
    }
    return found
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

type Place = { at: number; entries: number; little: boolean }

function readDirectory(view: DataView, { at, entries, little }: Place): TiffDirectory {
  const places = new Map<number, number>()
  for (let entry = at + 2; entry < at + 2 + entries * 12; entry += 12) {
    places.set(view.getUint16(entry, little), entry)
  }

  function whole(tag: number, otherwise: number): number {
    const entry = places.get(tag)
    if (entry === undefined) return otherwise
    const isLong = view.getUint16(entry + 2, little) === longType
    const fits = isLong || view.getUint32(entry + 4, little) <= 2
    const value = fits ? entry + 8 : view.getUint32(entry + 8, little)
    return isLong ? view.getUint32(value, little) : view.getUint16(value, little)
  }

  function rational(tag: number): number {
    const entry = places.get(tag)
    if (entry === undefined) return Number.NaN
    const value = view.getUint32(entry + 8, little)
    return view.getUint32(value, little) / view.getUint32(value + 4, little)
  }

  const perInch = perInchOfUnit[whole(tags.unit, 2)]
  return {
    width: whole(tags.width, 0),
    height: whole(tags.height, 0),
    bits: whole(tags.bits, 1) * whole(tags.samples, 1),
    resolution: perInch ? { x: rational(tags.x), y: rational(tags.y), perInch } : null,
  }
}
