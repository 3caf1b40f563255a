import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import type { EmployerFile, FiledDocument } from '#documents/contract'
import { rebuild, stateDigest } from '#record'
import { thaiNormalize } from '#thai-text'
import type { PageText } from '../../src/text-recognition/contract.ts'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

/** A program of poppler-utils; without it only PDFium takes the words out. */
const poppler = spawnSync('pdftotext', ['-v']).error === undefined

let working: WorkingOffice
let document: FiledDocument
const people = new Map<string, string>()

before(async () => {
  working = await workingOffice()
  await importNeighbours(working, 5)
  await importPapers(working, ['sps-1-01', 'power-of-attorney'])
  await working.idle()
  for (const role of ['registrar', 'counter', 'checker', 'scanner', 'head', 'legal-officer']) {
    const answer = await working.server.inject({
      ...{ method: 'POST', url: '/api/sample-sign-in' },
      payload: { username: `sample-${role}` },
    })
    people.set(role, String(answer.headers['set-cookie']).split(';')[0] ?? '')
  }
  const file = await got<EmployerFile>('registrar', `/employer-files/${sampleEmployer.accountNo}`)
  const form = file.documents.find(({ type }) => type === 'sps-1-01')
  document = await got<FiledDocument>('registrar', `/documents/${form?.documentId}`)
})
after(() => working[Symbol.asyncDispose]())

async function ask(role: string, url: string, payload?: object) {
  return await working.server.inject({
    ...{ method: payload === undefined ? 'GET' : 'POST', url: `/api${url}` },
    headers: { cookie: people.get(role) ?? '' },
    ...(payload === undefined ? {} : { payload }),
  })
}

async function got<T>(role: string, url: string, payload?: object): Promise<T> {
  const answer = await ask(role, url, payload)
  assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`)
  return answer.json()
}

function aCopy(change: object = {}) {
  return {
    ...{ id: randomUUID(), documents: [{ documentId: document.documentId }], form: 'download' },
    ...{ covered: false, marked: true, purpose: 'act-duty', activity: 'registration' },
    ...{ reference: null, ...change },
  }
}

async function pdfFor(role: string, change: object = {}): Promise<Buffer> {
  const { copyId } = await got<{ copyId: string }>(role, '/copies', aCopy(change))
  const answer = await ask(role, `/copies/${copyId}/copy.pdf`)
  assert.equal(answer.headers['content-type'], 'application/pdf')
  return answer.rawPayload
}

/** Each page's words without their spaces, by PDFium and, where it is installed, by poppler. */
async function readersOf(pdf: Buffer): Promise<string[][]> {
  const library = await PDFiumLibrary.init()
  const opened = await library.loadDocument(pdf)
  const ours = [...opened.pages()].map((page) => squeezed(page.getText()))
  library.destroy()
  if (!poppler) return [ours]
  const path = join(working.folder, `${randomUUID()}.pdf`)
  await writeFile(path, pdf)
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  return [ours, text.split('\f').slice(0, ours.length).map(squeezed)]
}

async function wordsOf(pdf: Buffer): Promise<string[]> {
  return (await readersOf(pdf)).reduce((all, pages) => all.map((page, at) => page + pages[at]))
}

const squeezed = (text: string) => thaiNormalize(text).replace(/\s+/g, '')
const sorted = (text: string) => Array.from(text).sort().join('')

async function textOf(role: string, page: number): Promise<PageText> {
  return await got(role, `/pages/${document.pageList[page]?.pageId}/text`)
}

test('a copy holds the words of its pages exactly, for poppler and for PDFium', async (t) => {
  if (!poppler) t.diagnostic('NOT PROVED: poppler (apt-get install poppler-utils)')
  const readers = await readersOf(await pdfFor('registrar'))
  for (const pages of readers) {
    for (const [at, words] of pages.entries()) {
      const { lines } = await textOf('registrar', at)
      assert.ok(lines.length > 10)
      // Scribbles lie over each other, and readers differ about which comes first; no letter is lost.
      assert.equal(sorted(words), sorted(squeezed(lines.map(({ text }) => text).join(' '))))
      const sure = lines.filter(({ confidence }) => confidence > 80)
      for (const { text } of sure) {
        for (const word of text.split(' ')) assert.ok(words.includes(squeezed(word)), word)
      }
      // A scribble far left of its line may be a line of its own for a reader.
      const whole = sure.filter(({ text }) => words.includes(squeezed(text)))
      assert.ok(whole.length >= 0.9 * sure.length, `${whole.length} of ${sure.length} lines`)
    }
  }
  const second = await pdfFor('counter', {
    ...{ documents: [{ documentId: document.documentId, from: 2, to: 2 }], form: 'print' },
    ...{ purpose: 'trial', activity: null, reference: 'พ.12/2569' },
  })
  assert.deepEqual(
    await readersOf(second),
    readers.map((pages) => pages.slice(1, 2)),
  )
  const { copies } = await got<{ copies: { purpose: string; reference: string; form: string }[] }>(
    ...(['registrar', `/employer-files/${sampleEmployer.accountNo}/copies`] as const),
  )
  const [last] = copies
  assert.deepEqual([last?.purpose, last?.reference, last?.form], ['trial', 'พ.12/2569', 'print'])
})

test('the mark stands on every page, and only where it was asked for', async () => {
  const [marked, plain] = await Promise.all([
    pdfFor('registrar'),
    pdfFor('registrar', { marked: false }),
  ])
  assert.notEqual(await inkAtFoot(marked, 1), await inkAtFoot(plain, 1))
})

/** Dark pixels of the strip where the mark is written, of a page drawn by PDFium. */
async function inkAtFoot(pdf: Buffer, page: number): Promise<number> {
  const { data, width, height } = await drawn(pdf, page)
  let dark = 0
  for (let y = Math.floor(height * 0.965); y < height; y++) {
    for (let x = 0; x < width; x++) if ((data[y * width + x] ?? 255) < 100) dark++
  }
  return dark
}

async function drawn(pdf: Buffer, page: number) {
  const library = await PDFiumLibrary.init()
  const opened = await library.loadDocument(pdf)
  const { data, width, height } = await opened.getPage(page).render({ scale: 2, render: 'bitmap' })
  const grey = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  library.destroy()
  return { data: grey, width, height }
}

test('who may not take copies is refused, and so is a purpose without its activity or number', async () => {
  for (const role of ['checker', 'scanner']) {
    const answer = await ask(role, '/copies', aCopy())
    assert.deepEqual([answer.statusCode, answer.json().code], [403, 'identity.not_allowed'], role)
  }
  const refused = async (role: string, change: object) =>
    (await ask(role, '/copies', aCopy(change))).json().code
  assert.equal(await refused('registrar', { activity: null }), 'copies.activity_lacking')
  const trial = { purpose: 'trial', activity: null }
  assert.equal(await refused('registrar', trial), 'copies.reference_lacking')
  assert.equal(await refused('registrar', { purpose: 'curiosity' }), 'copies.purpose_unknown')
  const beyond = { documents: [{ documentId: document.documentId, from: 2, to: 9 }] }
  assert.equal(await refused('registrar', beyond), 'copies.pages_unknown')
  const open = { purpose: 'public-information', activity: null, reference: 'ข.1' }
  assert.equal(await refused('registrar', open), 'copies.tier_too_high')
  await got('head', '/copies', aCopy(open))
  const { copyId } = await got<{ copyId: string }>('registrar', '/copies', aCopy())
  assert.equal((await ask('counter', `/copies/${copyId}/copy.pdf`)).statusCode, 404)
})

test('what is covered is black and wordless in the copy, on the screen and in the search', async () => {
  const [page] = document.pageList
  assert.ok(page)
  const { lines } = await textOf('registrar', 0)
  const secret = lines.toSorted((a, b) => b.text.length - a.text.length)[0]
  assert.ok(secret)
  const box = secret.box
  const body = { pages: [{ pageId: page.pageId, over: null, boxes: [box] }] }
  const url = `/documents/${document.documentId}/redactions`
  const refused = await ask('counter', url, {
    id: randomUUID(),
    reason: 'other',
    note: 'x',
    ...body,
  })
  assert.equal(refused.statusCode, 403)
  const wordless = await ask('registrar', url, {
    id: randomUUID(),
    reason: 'other',
    note: '',
    ...body,
  })
  assert.equal(wordless.json().code, 'redactions.reason_lacking')
  const made = { id: randomUUID(), reason: 'personal-data', note: '', ...body }
  const { redactionId } = await got<{ redactionId: string }>('registrar', url, made)
  await working.idle()
  // Whoever set boxes without seeing these would uncover the page.
  const late = await ask('legal-officer', url, { ...made, id: randomUUID() })
  assert.equal(late.json().code, 'redactions.covered_meanwhile')

  const secretWords = squeezed(secret.text)
  const pdf = await pdfFor('counter', { marked: false })
  const [covered = ''] = await wordsOf(pdf)
  assert.ok(covered.length > 100 && !covered.includes(secretWords))
  const { data, width, height } = await drawn(pdf, 0)
  const [left, top, wide, high] = box
  for (const [x, y] of [
    [0.1, 0.5],
    [0.5, 0.5],
    [0.9, 0.5],
    [0.5, 0.2],
    [0.5, 0.8],
  ] as const) {
    const at = Math.floor((top + high * y) * height) * width + Math.floor((left + wide * x) * width)
    assert.ok((data[at] ?? 255) < 40, `${x},${y} is ${data[at]}`)
  }
  const seen = await textOf('counter', 0)
  assert.ok(!squeezed(seen.lines.map(({ text }) => text).join('')).includes(secretWords))
  const view = async (role: string, query = '') =>
    (await ask(role, `/pages/${page.pageId}/view.webp${query}`)).rawPayload
  assert.ok((await view('counter')).equals(await view('registrar', '?covered=1')))
  assert.ok(!(await view('counter')).equals(await view('registrar')))
  const hits = async () =>
    await got<{ hits: unknown[] }>(
      'registrar',
      `/documents/${document.documentId}/hits?q=${encodeURIComponent(`"${secret.text}"`)}`,
    )
  assert.deepEqual((await hits()).hits, [])

  // Who sees through takes the page as it is, and covered when asked for.
  const through = await wordsOf(await pdfFor('registrar'))
  assert.ok(through[0]?.includes(secretWords))
  const asked = await wordsOf(await pdfFor('registrar', { covered: true }))
  assert.ok(!asked[0]?.includes(secretWords))

  await got('registrar', `${url}/${redactionId}/withdrawal`, { id: randomUUID() })
  await working.idle()
  const back = await wordsOf(await pdfFor('counter'))
  assert.ok(back[0]?.includes(secretWords))
  assert.ok((await hits()).hits.length > 0)
})

test("a note is its author's own: others read it, and neither change it nor take it off", async () => {
  const [page] = document.pageList
  const url = `/documents/${document.documentId}/notes`
  const noteId = randomUUID()
  await got('counter', url, {
    id: noteId,
    pageId: page?.pageId,
    x: 0.4,
    y: 0.2,
    words: 'ลายเซ็นไม่ครบ',
  })
  const read = async (role: string) =>
    (await got<{ notes: { words: string; mine: boolean; author: string }[] }>(role, url)).notes
  assert.deepEqual(
    (await read('registrar')).map(({ words, mine }) => [words, mine]),
    [['ลายเซ็นไม่ครบ', false]],
  )
  const theirs = await ask('registrar', `${url}/${noteId}/words`, {
    id: randomUUID(),
    words: 'ครบแล้ว',
  })
  assert.equal(theirs.json().code, 'page-notes.not_the_author')
  assert.equal(
    (await ask('checker', url, { id: randomUUID(), pageId: page?.pageId, x: 0, y: 0, words: 'ก' }))
      .statusCode,
    403,
  )
  await got('counter', `${url}/${noteId}/words`, { id: randomUUID(), words: 'ครบแล้ว' })
  assert.equal((await read('registrar'))[0]?.words, 'ครบแล้ว')
  const removal = (removed: boolean) =>
    got('counter', `${url}/${noteId}/removal`, { id: randomUUID(), removed })
  await removal(true)
  assert.deepEqual(await read('counter'), [])
  await removal(false)
  assert.equal((await read('counter'))[0]?.mine, true)
})

test('copies, covers and notes come back from the store alone', async () => {
  const digest = await stateDigest(working.office.database)
  await rebuild(working.office.powers, () => undefined)
  assert.deepEqual(await stateDigest(working.office.database), digest)
})
