import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import type { Progress } from './desk.ts'
import { type WrittenSampleOffice, writeSampleOffice } from './sample-office.ts'

let folder = ''
let office: WrittenSampleOffice
const progress: Progress[] = []
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faem-sample-'))
  office = await writeSampleOffice({
    folder,
    files: 4,
    pagesPerFile: 3,
    withoutPapers: 20,
    progress: (done) => progress.push(done),
  })
})
after(() => rm(folder, { recursive: true }))

const bytesOf = (file: string) => readFile(join(folder, file))

test('every page of the truth is in its file, and no file has further pages', async () => {
  const library = await PDFiumLibrary.init()
  const files = new Map<string, number[]>()
  for (const { file, page } of office.pages) files.set(file, [...(files.get(file) ?? []), page])
  assert(files.size >= 6)
  for (const [file, pages] of files) {
    const bytes = await bytesOf(file)
    const count = file.endsWith('.pdf')
      ? (await library.loadDocument(bytes)).getPageCount()
      : ((await sharp(bytes).metadata()).pages ?? 1)
    assert.deepEqual(
      pages,
      Array.from({ length: count }, (_, page) => page),
      file,
    )
  }
  library.destroy()
})

test('a sample of one employer writes only files whose pages the truth knows', async () => {
  const small = join(folder, 'small')
  const { pages, odd } = await writeSampleOffice({ folder: small, files: 1, withoutPapers: 0 })
  const written = await readdir(join(small, 'papers'), { recursive: true, withFileTypes: true })
  const files = written.filter((entry) => entry.isFile()).map(({ name }) => name)
  const known = new Set([...pages, ...odd].map(({ file }) => basename(file)))
  assert.deepEqual(files.sort(), [...known].sort())
})

test('papers come in all three ways, and covers stand before the documents they name', () => {
  for (const way of ['by-folder', 'scanner', 'copier']) {
    assert(
      office.pages.some((page) => page.file.startsWith(`papers/${way}/`)),
      way,
    )
  }
  const covered = office.pages.filter((page) => !page.file.includes('by-folder'))
  for (const [place, page] of covered.entries()) {
    const before = covered[place - 1]
    if (page.documentPage !== 0) continue
    assert(before?.cover)
    assert.deepEqual([before.account, before.documentType], [page.account, page.documentType])
  }
})

test('folder and file names tell account and document type', () => {
  for (const page of office.pages.filter((each) => each.file.includes('by-folder'))) {
    const [, , account, name = ''] = page.file.split('/')
    assert.equal(account, page.account)
    assert.match(name, new RegExp(`^\\d\\d-${page.documentType}(-${page.documentDate})?\\.[a-z]+$`))
  }
})

test('every employer with papers is in the register, with others besides', async () => {
  const register = new TextDecoder().decode(await bytesOf('register.csv'))
  assert.equal(register.split('\r\n').length, 1 + 24 + 1)
  const accounts = new Set(office.pages.map((page) => page.account))
  assert.equal(accounts.size, 4)
  for (const account of accounts) assert(register.includes(account))
  const unknown = office.odd.find((odd) => odd.because === 'unknown-account')?.file.split('/')[2]
  assert(unknown && !register.includes(unknown))
})

test('odd files are what they are said to be', async () => {
  const odd = Object.fromEntries(office.odd.map((each) => [each.because, each]))
  const file = (because: string) => odd[because]?.file ?? because
  const twin = odd['same-bytes']
  assert.deepEqual(await bytesOf(file('same-bytes')), await bytesOf(twin?.sameAs ?? ''))
  await assert.rejects(
    sharp(await bytesOf(file('truncated')), { failOn: 'truncated' })
      .raw()
      .toBuffer(),
  )
  await assert.rejects(sharp(await bytesOf(file('not-an-image'))).metadata())
  await sharp(await bytesOf(file('no-number'))).stats()
  const library = await PDFiumLibrary.init()
  await assert.rejects(library.loadDocument(await bytesOf(file('encrypted'))))
  library.destroy()
})

test('the truth on disk is the truth returned, and progress was told for each file', async () => {
  const pages: unknown = JSON.parse((await bytesOf('truth/pages.json')).toString())
  const odd: unknown = JSON.parse((await bytesOf('truth/odd.json')).toString())
  assert.deepEqual(pages, office.pages)
  assert.deepEqual(odd, office.odd)
  assert.equal(progress.length, office.files + office.odd.length)
  assert.equal(progress.at(-1)?.pages, office.pages.length)
})
