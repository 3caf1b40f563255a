import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { formatCoverCode, partsPapers } from '#documents'
import { createPaperPrinter } from './paper-printer.ts'
import type { PrintedFile } from './print-worker.ts'

const names = [
  'ร้านชำตัวอย่าง',
  'ห้างหุ้นส่วนจำกัด ศรีสุวรรณการช่างและวัสดุก่อสร้างปากน้ำโพ (โดย นายกู้เกียรติ ญาณวุฒิ และนางสาวปู่ฐิติมา ณ นครสวรรค์)',
  null,
]

function aFile(at: number): PrintedFile {
  return {
    accountNo: String(6010000000 + at * 37),
    branchNo: at % 5 === 0 ? '000012' : '000000',
    volumeNo: 1 + (at % 2),
    employerName: names[at % names.length] ?? null,
    building: 'อาคารเก็บเอกสาร 1',
    shelf: `ตู้ ${at}`,
    box: '',
    officeName: 'สำนักงานประกันสังคมจังหวัดนครสวรรค์',
  }
}

function codeOf({ accountNo, branchNo }: PrintedFile): string {
  return formatCoverCode({ accountNo, branchNo, type: null, section: null })
}

/** What each page says to a reader of codes, and to somebody who selects its text. */
async function readPrint(pdf: Uint8Array, dpi: number) {
  const wasm = readFileSync(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer }, fireImmediately: true })
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages = []
  for (const page of document.pages()) {
    // The library lets go of a page once it is drawn.
    const text = page.getText()
    const { data, width, height } = await page.render({ scale: dpi / 72, render: 'bitmap' })
    const image = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const }
    // The type of an image data object names a pixel format that this runtime does not have.
    const found = await readBarcodes(image as Parameters<typeof readBarcodes>[0], {
      formats: ['QRCode'],
      maxNumberOfSymbols: 60,
    })
    pages.push({ codes: found.map((code) => code.text), text })
  }
  document.destroy()
  library.destroy()
  return pages
}

test('every label of a sheet is read back as its own file, the free places left out', async () => {
  const printer = createPaperPrinter()
  try {
    const files = Array.from({ length: 45 }, (_, at) => aFile(at))
    const pages = await readPrint(await printer.print({ kind: 'labels', files, skip: 3 }), 200)
    assert.deepEqual(
      pages.map(({ codes }) => codes.toSorted()),
      [files.slice(0, 37), files.slice(37)].map((sheet) => sheet.map(codeOf).toSorted()),
    )
  } finally {
    await printer.close()
  }
})

test('a cover sheet names its file to machine and reader, one sheet a file', async () => {
  const printer = createPaperPrinter()
  try {
    const files = [aFile(0), aFile(1), aFile(2)]
    const pages = await readPrint(await printer.print({ kind: 'covers', files, skip: 0 }), 150)
    assert.deepEqual(
      pages.map(({ codes }) => codes),
      files.map((file) => [codeOf(file)]),
    )
    assert.match(pages[1]?.text ?? '', /60-1000003-7/)
    assert.match(pages[1]?.text ?? '', /ศรีสุวรรณ/)
    assert.match(pages[2]?.text ?? '', /ไม่พบในทะเบียน/)
  } finally {
    await printer.close()
  }
})

test('one separator is printed for all papers, and its code parts a stack', async () => {
  const printer = createPaperPrinter()
  try {
    const [page, ...more] = await readPrint(
      await printer.print({ kind: 'separators', files: [], skip: 0 }),
      150,
    )
    assert.deepEqual([page?.codes.map(partsPapers), more], [[true], []])
    // Marks that stand over each other are given twice by the reader of PDF.
    assert.match(page?.text ?? '', /^ใบคั่[\s\S]*นเอกสาร/)
  } finally {
    await printer.close()
  }
})
