/**
 * A TrueType font whose one glyph is empty and half an em wide. The words over a page image are there to
 * be found and copied, not to be seen, so their font needs no shapes; without shapes nothing can be
 * reordered or lost on the way, as tone marks are with fonts that are drawn.
 */
export function glyphlessFont(): Buffer {
  const tables: [name: string, body: Buffer][] = [
    ['cmap', cmapTable()],
    ['glyf', Buffer.alloc(4)],
    ['head', headTable()],
    ['hhea', hheaTable()],
    ['hmtx', shorts(fontMetrics.advance, 0, fontMetrics.advance, 0)],
    ['loca', shorts(0, 0, 0)],
    ['maxp', maxpTable()],
  ]
  const head = Buffer.concat([
    Buffer.from([0, 1, 0, 0]),
    // Number of tables; the power of two below it, times 16, its exponent, and the rest.
    shorts(tables.length, 64, 2, tables.length * 16 - 64),
  ])
  const directory: Buffer[] = []
  const bodies: Buffer[] = []
  let place = head.length + tables.length * 16
  for (const [name, body] of tables) {
    const whole = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
    const entry = Buffer.alloc(16)
    entry.write(name, 0, 'latin1')
    entry.writeUInt32BE(checksum(whole), 4)
    entry.writeUInt32BE(place, 8)
    entry.writeUInt32BE(body.length, 12)
    directory.push(entry)
    bodies.push(whole)
    place += whole.length
  }
  const font = Buffer.concat([head, ...directory, ...bodies])
  adjust(font, directory)
  return font
}

/** In thousandths of the letter size. */
export const fontMetrics = { unitsPerEm: 1_000, advance: 500, ascent: 800, descent: -200 }

// checkSumAdjustment: what makes the sum over the whole file the number that TrueType wants.
function adjust(font: Buffer, directory: readonly Buffer[]): void {
  const place = directory
    .find((entry) => entry.toString('latin1', 0, 4) === 'head')
    ?.readUInt32BE(8)
  if (place !== undefined) font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, place + 8)
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}

function shorts(...values: readonly number[]): Buffer {
  const out = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) out.writeInt16BE((value << 16) >> 16, at * 2)
  return out
}

function headTable(): Buffer {
  const table = Buffer.alloc(54)
  table.writeUInt32BE(0x00_01_00_00, 0)
  table.writeUInt32BE(0x00_01_00_00, 4)
  table.writeUInt32BE(0x5f0f3cf5, 12)
  table.writeUInt16BE(fontMetrics.unitsPerEm, 18)
  // The smallest size that can be read, and that letters run left to right.
  table.writeUInt16BE(8, 46)
  table.writeInt16BE(2, 48)
  return table
}

function hheaTable(): Buffer {
  const table = Buffer.alloc(36)
  table.writeUInt32BE(0x00_01_00_00, 0)
  table.writeInt16BE(fontMetrics.ascent, 4)
  table.writeInt16BE(fontMetrics.descent, 6)
  table.writeUInt16BE(fontMetrics.advance, 10)
  table.writeInt16BE(1, 18)
  table.writeUInt16BE(glyphs, 34)
  return table
}

const glyphs = 2

function maxpTable(): Buffer {
  const table = Buffer.alloc(32)
  table.writeUInt32BE(0x00_01_00_00, 0)
  table.writeUInt16BE(glyphs, 4)
  table.writeUInt16BE(1, 14)
  return table
}

/** Format 4 with the closing segment alone: letters reach the glyph by their code in the PDF. */
function cmapTable(): Buffer {
  const head = shorts(0, 1, 3, 1, 0, 12)
  return Buffer.concat([head, shorts(4, 24, 0, 2, 2, 0, 0, -1, 0, -1, 1, 0)])
}
