/**
 * A colour profile of sRGB (IEC 61966-2-1) as ICC version 2, some two kilobytes, made here because a file
 * for archives must say what its colours mean, and profiles come with licences. Layout: ICC.1:2001-04.
 */
export function srgbProfile(): Buffer {
  const curve = curveTag()
  const parts: [name: string, body: Buffer][] = [
    ['desc', descriptionTag('sRGB IEC61966-2.1')],
    ['cprt', textTag('No copyright, use freely')],
    // Seen under D50, as the profile connection space wants it.
    ['wtpt', xyzTag([0.9505, 1, 1.0891])],
    ['rXYZ', xyzTag([0.4361, 0.2225, 0.0139])],
    ['gXYZ', xyzTag([0.3851, 0.7169, 0.0971])],
    ['bXYZ', xyzTag([0.1431, 0.0606, 0.7141])],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + parts.length * 12)
  table.writeUInt32BE(parts.length, 0)
  const bodies: Buffer[] = []
  const places = new Map<Buffer, number>()
  let end = headBytes + table.length
  for (const [at, [name, body]] of parts.entries()) {
    const place = places.get(body) ?? end
    if (!places.has(body)) {
      places.set(body, place)
      bodies.push(body)
      end += body.length
    }
    table.write(name, 4 + at * 12, 'latin1')
    table.writeUInt32BE(place, 8 + at * 12)
    table.writeUInt32BE(body.length, 12 + at * 12)
  }
  return Buffer.concat([head(end), table, ...bodies])
}

const headBytes = 128

function head(bytes: number): Buffer {
  const out = Buffer.alloc(headBytes)
  out.writeUInt32BE(bytes, 0)
  out.writeUInt32BE(0x02_10_00_00, 8)
  out.write('mntrRGB XYZ ', 12, 'latin1')
  // Year, month, day of the profile; a fixed one, so that the same pages give the same file.
  for (const [at, part] of [2020, 1, 1, 0, 0, 0].entries()) out.writeUInt16BE(part, 24 + at * 2)
  out.write('acsp', 36, 'latin1')
  for (const [at, part] of [0.9642, 1, 0.8249].entries()) out.writeInt32BE(fixed(part), 68 + at * 4)
  return out
}

function fixed(value: number): number {
  return Math.round(value * 65_536)
}

function padded(parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(parts)
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
}

function tagHead(type: string): Buffer {
  return Buffer.concat([Buffer.from(type, 'latin1'), Buffer.alloc(4)])
}

function textTag(text: string): Buffer {
  return padded([tagHead('text'), Buffer.from(`${text}\0`, 'latin1')])
}

/** The name in ASCII; the Unicode and Macintosh names are left empty. */
function descriptionTag(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(ascii.length)
  return padded([tagHead('desc'), length, ascii, Buffer.alloc(8 + 3 + 67)])
}

function xyzTag(values: readonly [number, number, number]): Buffer {
  const body = Buffer.alloc(12)
  for (const [at, value] of values.entries()) body.writeInt32BE(fixed(value), at * 4)
  return padded([tagHead('XYZ '), body])
}

const curvePoints = 1_024

function curveTag(): Buffer {
  const body = Buffer.alloc(4 + curvePoints * 2)
  body.writeUInt32BE(curvePoints)
  for (let point = 0; point < curvePoints; point++) {
    const value = point / (curvePoints - 1)
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    body.writeUInt16BE(Math.round(linear * 65_535), 4 + point * 2)
  }
  return padded([tagHead('curv'), body])
}
