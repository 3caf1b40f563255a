import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodeWindows874 } from './windows-874.ts'

const decoder = new TextDecoder('windows-874')

test('every character of the Thai code page comes back from its byte', () => {
  const thai = [...range(0x0e01, 0x0e3a), ...range(0x0e3f, 0x0e5b)]
  const ascii = range(0x00, 0x7f)
  const text = `${String.fromCharCode(...ascii, ...thai)}€…‘’“”•–—\u00a0`
  const bytes = encodeWindows874(text)
  assert.equal(bytes.length, text.length)
  assert.equal(decoder.decode(bytes), text)
})

test('a character that the code page lacks is refused, not replaced', () => {
  for (const foreign of ['中', '\u0e3b', '\u0e5c', 'é']) {
    assert.throws(() => encodeWindows874(foreign), { name: 'Bug' })
  }
})

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place)
}
