import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvReader, limits } from './csv.ts'

function cellsOf(text: string, cut = text.length) {
  const csv = csvReader()
  const records = [...csv.push(text.slice(0, cut)), ...csv.push(text.slice(cut)), ...csv.end()]
  return records.map(({ line, cells, flaw }) => [line, flaw ?? cells])
}

test('a quoted cell keeps commas, quotation marks and line ends', () => {
  assert.deepEqual(cellsOf('a,"b, ""c""\r\nd"\r\ne,f\n'), [
    [1, ['a', 'b, "c"\r\nd']],
    [3, ['e', 'f']],
  ])
})

test('what was written is read back, wherever the text is cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ก', '"', ',', '\n', '\r', ' ') })
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(rows, fc.nat(), fc.boolean(), (written, at, quoteAll) => {
      const line = (cells: string[]) =>
        cells.map((text) => (quoteAll || /[",\r\n]/.test(text) ? quote(text) : text)).join(',')
      const text = written.map((cells) => `${line(cells)}\r\n`).join('')
      const read = cellsOf(text, at % (text.length + 1)).map(([, cells]) => cells)
      assert.deepEqual(read, written)
    }),
  )
})

test('a quotation mark inside an unquoted cell is an ordinary character', () => {
  assert.deepEqual(cellsOf('ร้าน 12" จอ,b\nc,d'), [
    [1, ['ร้าน 12" จอ', 'b']],
    [2, ['c', 'd']],
  ])
})

test('a quotation that never ends costs its own line only', () => {
  assert.deepEqual(cellsOf('a,"b\nc,d\ne,f\n'), [
    [1, 'quote-open'],
    [2, ['c', 'd']],
    [3, ['e', 'f']],
  ])
})

test('a row beyond the limit is reported and does not fill the memory', () => {
  const long = 'x'.repeat(limits.row_characters_max + 2)
  assert.deepEqual(cellsOf(`${long}\na,b\n`, limits.row_characters_max + 1), [
    [1, 'row-too-long'],
    [2, ['a', 'b']],
  ])
  assert.deepEqual(cellsOf(`a,${'x'.repeat(limits.cell_characters_max + 1)}\n`), [
    [1, 'cell-too-long'],
  ])
})
