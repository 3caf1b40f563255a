import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { itemAt } from './random.ts'
import {
  registerColumns,
  type WriteRegister,
  type WrittenRegister,
  writeRegister,
} from './register.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faem-register-'))
})
after(() => rm(folder, { recursive: true }))

async function written(
  options: Partial<WriteRegister>,
): Promise<{ result: WrittenRegister; bytes: Buffer }> {
  const path = join(folder, 'register.csv')
  const result = await writeRegister({
    path,
    rows: 1_500,
    seed: 'r',
    encoding: 'utf-8',
    ...options,
  })
  return { result, bytes: await readFile(path) }
}

/** Cells of each line; enough for text whose quoted cells hold no line ends. */
function cellsOf(bytes: Buffer): string[][] {
  const lines = new TextDecoder().decode(bytes).split('\r\n')
  assert.equal(lines.pop(), '', 'the last line ends too')
  return lines.map((line) =>
    Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g), (cell) =>
      (cell[1] ?? cell[2] ?? '').replaceAll('""', '"'),
    ),
  )
}

test('the same seed writes the same register, another seed another one', async () => {
  const one = await written({ flawShare: 0.1, oldStyle: 0.5 })
  const same = await written({ flawShare: 0.1, oldStyle: 0.5 })
  const other = await written({ flawShare: 0.1, oldStyle: 0.5, seed: 's' })
  assert.equal(one.result.sha256, same.result.sha256)
  assert.notEqual(one.result.sha256, other.result.sha256)
  assert.equal(one.result.bytes, one.bytes.length)
})

test('a register without flaws has one header line and every column in every row', async () => {
  const { bytes } = await written({})
  const rows = cellsOf(bytes)
  assert.equal(rows.length, 1_501)
  assert.deepEqual(rows[0], [...registerColumns])
  for (const row of rows) assert.equal(row.length, registerColumns.length)
})

test('Windows-874 holds the same words as UTF-8, and the mark before UTF-8 is written on request', async () => {
  const plain = await written({})
  const old = await written({ encoding: 'windows-874' })
  const marked = await written({ encoding: 'utf-8-bom' })
  const text = new TextDecoder().decode(plain.bytes)
  assert.equal(new TextDecoder('windows-874').decode(old.bytes), text)
  assert.deepEqual([...marked.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  assert.deepEqual(marked.bytes.subarray(3), plain.bytes)
})

test('flawed rows stand on the lines that are reported, and only there', async () => {
  const { result, bytes } = await written({ flawShare: 0.2 })
  const clean = cellsOf((await written({})).bytes)
  const rows = cellsOf(bytes)
  const lengths = new Set<number>()
  for (const { line, flaw } of result.firstFlaws) {
    const row = itemAt(rows, line - 1)
    if (flaw === 'missing-name') assert.equal(row[2], '')
    if (flaw === 'thai-digits') assert.match(itemAt(row, 0), /^[๐-๙]{10}$/)
    if (flaw.startsWith('column')) lengths.add(row.length)
    else assert.equal(row.length, registerColumns.length)
  }
  assert(result.firstFlaws.length > 200 && lengths.size > 1)
  assert(!lengths.has(registerColumns.length))
  assert.equal(clean.length, rows.length)
})

test('old style writes days as day, month and Buddhist year', async () => {
  const { bytes } = await written({ oldStyle: 1 })
  for (const row of cellsOf(bytes).slice(1)) {
    assert.match(itemAt(row, 20), /^\d{2}\/\d{2}\/25\d{2}$/)
  }
})

test('branches follow their head office under the same account number', async () => {
  const rows = cellsOf((await written({ branchShare: 0.3 })).bytes).slice(1)
  const keys = new Set(rows.map((row) => `${row[0]}/${row[1]}`))
  assert.equal(keys.size, rows.length)
  const branches = rows.filter((row) => row[1] !== '000000')
  assert(branches.length > 300)
  const heads = new Map(rows.filter((row) => row[1] === '000000').map((row) => [row[0], row[2]]))
  for (const branch of branches) assert.equal(heads.get(branch[0]), branch[2])
})
