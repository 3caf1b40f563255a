import { assert } from '#kernel'

/** Windows-874 beyond ASCII and beyond the Thai block: byte and character. */
const others: readonly (readonly [number, string])[] = [
  [0x80, '€'],
  [0x85, '…'],
  [0x91, '‘'],
  [0x92, '’'],
  [0x93, '“'],
  [0x94, '”'],
  [0x95, '•'],
  [0x96, '–'],
  [0x97, '—'],
  [0xa0, '\u00a0'],
]
const otherBytes = new Map(others.map(([byte, character]) => [character, byte]))

/** The byte of one UTF-16 unit in Windows-874 (TIS-620 with Microsoft's additions), or undefined. */
function byteOf(character: string): number | undefined {
  const code = character.charCodeAt(0)
  if (code < 0x80) return code
  // The Thai block lies 0xD60 above its bytes; four places before ฿ and those after ๛ are empty.
  const thai = (code >= 0x0e01 && code <= 0x0e3a) || (code >= 0x0e3f && code <= 0x0e5b)
  return thai ? code - 0x0d60 : otherBytes.get(character)
}

/** Writes text as Windows-874. Node reads this encoding (`TextDecoder`) but does not write it. */
export function encodeWindows874(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length)
  for (let place = 0; place < text.length; place += 1) {
    const byte = byteOf(text.charAt(place))
    assert(byte !== undefined, 'sample text uses only characters that Windows-874 holds')
    bytes[place] = byte
  }
  return bytes
}
