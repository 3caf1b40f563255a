import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { blobKey, openFolderStore } from '#platform/blobs'
import { idOf, sha256 } from '#platform/digests'
import { applyEdit, isImpossible } from './apply-edit.ts'
import { type Arrangement, standingPages } from './arrangement.ts'
import type { Arrival } from './arrive.ts'
import type { Edit } from './edits.ts'
import { type Happening, lastStandingEdit, replay } from './replay.ts'

const page = (name: string) => idOf('test-page', name)
const doc = (name: string) => idOf('test-document', name)

/** A stack of documents, written as `['ab', 'c']`: pages a and b, then c. */
function stack(documents: readonly string[]): Arrival {
  const pages = documents.flatMap((names) =>
    [...names].map((name, index) => ({
      pageId: page(name),
      use: 'kept' as const,
      turn: 0 as const,
      straighten: 0,
      begins: index === 0 ? doc(names) : null,
    })),
  )
  return { kind: 'arrive', portionId: idOf('portion', ...documents), place: { kind: 'end' }, pages }
}

function make(documents: readonly string[], ...edits: Edit[]): Arrangement {
  return replay([stack(documents), ...edits].map((what) => ({ what, undone: false })))
}

const letters = new Map([...'abcdefghij'].map((name) => [page(name), name]))
const shown = ({ order, documents }: Arrangement) =>
  order.map((id) => documents[id]?.pageIds.map((pageId) => letters.get(pageId)).join(''))

test('a document is cut before a page, joined to the one before, and pages move between them', () => {
  const split: Edit = { kind: 'split', pageId: page('c'), newDocument: doc('new') }
  assert.deepEqual(shown(make(['abcd', 'e'], split)), ['ab', 'cd', 'e'])
  const merge: Edit = { kind: 'merge', documentId: doc('e') }
  assert.deepEqual(shown(make(['abcd', 'e'], split, merge)), ['ab', 'cde'])
  const to = { documentId: doc('e'), after: page('e') }
  assert.deepEqual(
    shown(make(['abcd', 'e'], { kind: 'move', pageIds: [page('b'), page('a')], to })),
    ['cd', 'eba'],
  )
  const alone = { newDocument: doc('alone'), behind: null }
  assert.deepEqual(shown(make(['ab', 'e'], { kind: 'move', pageIds: [page('e')], to: alone })), [
    'e',
    'ab',
  ])
  const behind: Edit = { kind: 'move-document', documentId: doc('ab'), behind: doc('c') }
  assert.deepEqual(shown(make(['ab', 'c', 'd'], behind)), ['c', 'ab', 'd'])
})

test('turns add up; a page marked blank, or rejected with a reason, is restored as it was', () => {
  const turn: Edit = { kind: 'turn', pageIds: [page('a')], by: 270 }
  assert.equal(make(['ab'], turn, turn).pages[page('a')]?.turn, 180)
  const blank: Edit = { kind: 'mark-blank', pageIds: [page('a')] }
  const reject: Edit = { kind: 'reject', pageIds: [page('a')], reason: 'scanned-twice', note: '' }
  const restore: Edit = { kind: 'restore', pageIds: [page('a')] }
  assert.equal(make(['ab'], blank).pages[page('a')]?.use, 'blank')
  assert.deepEqual(make(['ab'], reject).pages[page('a')]?.reject?.reason, 'scanned-twice')
  assert.deepEqual(make(['ab'], blank, reject, restore), make(['ab']))
})

test('a rescanned page takes the place of the bad one, whose whole history it carries on', () => {
  const first: Edit = { kind: 'rescan', pageId: page('b'), by: page('d') }
  const second: Edit = { kind: 'rescan', pageId: page('d'), by: page('e') }
  const after = make(['abc', 'd', 'e'], first, second)
  assert.deepEqual(shown(after), ['aec'])
  assert.deepEqual(after.pages[page('e')]?.replaces, [page('b'), page('d')])
  const again = applyEdit(after, { kind: 'turn', pageIds: [page('b')], by: 90 })
  assert.deepEqual(again, { impossible: 'no-such-page' })
})

test('a portion goes behind a page or in place of one; where the place is gone, to the end', () => {
  const portion = (place: Arrival['place'], names: string): Happening => ({
    what: { ...stack([names]), place },
    undone: false,
  })
  const base: Happening = { what: stack(['ab', 'c']), undone: false }
  const after = replay([base, portion({ kind: 'after', pageId: page('a') }, 'de')])
  assert.deepEqual(shown(after), ['adeb', 'c'])
  const instead = replay([base, portion({ kind: 'instead', pageId: page('b') }, 'd')])
  assert.deepEqual(shown(instead), ['ad', 'c'])
  assert.deepEqual(instead.pages[page('d')]?.replaces, [page('b')])
  const lost = replay([base, portion({ kind: 'after', pageId: page('j') }, 'd')])
  assert.deepEqual(shown(lost), ['ab', 'c', 'd'])
  assert.deepEqual(
    replay([base, base]),
    replay([base]),
    'the same portion twice is the same portion',
  )
})

test('what cannot be made is said, and changes nothing', () => {
  const start = make(['ab', 'c'])
  const cases: [Edit, string][] = [
    [{ kind: 'split', pageId: page('a'), newDocument: doc('n') }, 'nothing-before'],
    [{ kind: 'split', pageId: page('b'), newDocument: doc('c') }, 'document-exists'],
    [{ kind: 'split', pageId: page('x'), newDocument: doc('n') }, 'no-such-page'],
    [{ kind: 'merge', documentId: doc('ab') }, 'nothing-before'],
    [{ kind: 'merge', documentId: doc('x') }, 'no-such-document'],
    [{ kind: 'rescan', pageId: page('a'), by: page('a') }, 'page-moved-itself'],
    [{ kind: 'mark-blank', pageIds: [page('a'), page('a')] }, 'page-repeated'],
    [{ kind: 'mended', documentIds: [doc('x')] }, 'no-such-document'],
  ]
  const before = structuredClone(start)
  for (const [edit, impossible] of cases) assert.deepEqual(applyEdit(start, edit), { impossible })
  assert.deepEqual(start, before)
})

test('index values stay with their document, and a value taken away is stated by nobody', () => {
  const state: Edit = {
    kind: 'index',
    documentIds: [doc('ab'), doc('c')],
    set: { type: 'lease', fields: { rent: '5000', area: '3' } },
  }
  const clear: Edit = { kind: 'index', documentIds: [doc('c')], set: { fields: { rent: null } } }
  const after = make(['ab', 'c'], state, clear)
  assert.deepEqual(after.documents[doc('ab')]?.stated.fields, { rent: '5000', area: '3' })
  assert.deepEqual(after.documents[doc('c')]?.stated.fields, { area: '3' })
  assert.equal(after.documents[doc('c')]?.stated.type, 'lease')
  assert.equal(after.documents[doc('c')]?.stated.accountNo, null)
})

const shape = { runs: 500, edits: 380, pages: 30 }

test('100,000 random edits: no page lost or doubled, undo restores exactly, no master changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faem-arrangement-'))
  const store = await openFolderStore(folder)
  const masters = await Promise.all(
    Array.from({ length: shape.pages }, (_, index) =>
      store.put([Buffer.from(`master ${index}`)], { bytes_max: 100 }),
    ),
  )
  const pageIds = masters.map(({ sha256: digest }) => page(digest))
  let made = 0
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      made += playAtRandom(pageIds, seed)
    }),
    { numRuns: shape.runs },
  )
  assert.ok(made >= 100_000, `${made} edits were possible`)
  for (const { sha256: digest } of masters) {
    assert.equal(sha256((await store.read(blobKey(digest))) ?? ''), digest)
  }
  await rm(folder, { recursive: true })
})

/** Plays random edits on a stack, with an undo now and then; gives how many edits were possible. */
function playAtRandom(pageIds: readonly string[], seed: number): number {
  const random = randomFrom(seed)
  const first = pageIds.slice(0, 20)
  const portion = (ids: readonly string[]): Arrival => ({
    ...stack([]),
    pages: ids.map((pageId, index) => ({
      pageId,
      use: 'kept',
      turn: 0,
      straighten: 0,
      begins: index % 5 === 0 ? idOf('begun', pageId) : null,
    })),
  })
  const happenings: { what: Arrival | Edit; undone: boolean }[] = []
  happenings.push({ what: portion(first), undone: false })
  const before: Arrangement[] = []
  let now = replay(happenings)
  let made = 0
  for (let turn = 0; turn < shape.edits; turn++) {
    const edit = randomEdit(now, pageIds, random)
    const next = applyEdit(now, edit)
    if (!isImpossible(next)) {
      before.push(now)
      happenings.push({ what: edit, undone: false })
      now = next
      made++
    }
    if (random(50) === 0) now = takeBack(happenings, before, now)
    if (turn === shape.edits / 2) {
      happenings.push({ what: portion(pageIds.slice(20)), undone: false })
      now = replay(happenings)
      before.length = 0
    }
    const arrived = turn >= shape.edits / 2 ? pageIds : first
    assert.equal(everyPage(now), [...arrived].sort().join())
  }
  assert.deepEqual(replay(happenings), now)
  return made
}

/** Every page that stands or lies in a history; one that is there twice is named twice. */
function everyPage(arrangement: Arrangement): string {
  const history = Object.values(arrangement.pages).flatMap(({ replaces }) => replaces)
  return [...standingPages(arrangement), ...history].sort().join()
}

function takeBack(
  happenings: { what: Arrival | Edit; undone: boolean }[],
  before: Arrangement[],
  now: Arrangement,
): Arrangement {
  const earlier = before.pop()
  const last = happenings[lastStandingEdit(happenings)]
  if (earlier === undefined || last === undefined) return now
  last.undone = true
  const restored = replay(happenings)
  assert.deepEqual(restored, earlier)
  return restored
}

/** mulberry32: gives whole numbers below its argument. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function randomEdit(
  { order }: Arrangement,
  pageIds: readonly string[],
  random: (below: number) => number,
): Edit {
  const onePage = () => pageIds[random(pageIds.length)] ?? ''
  const oneDocument = () => order[random(order.length)] ?? ''
  const fresh = () => idOf('fresh', String(random(2 ** 30)))
  const some = () => [...new Set([onePage(), onePage(), onePage()])].slice(0, 1 + random(3))
  const kinds: (() => Edit)[] = [
    () => ({ kind: 'split', pageId: onePage(), newDocument: fresh() }),
    () => ({ kind: 'split', pageId: onePage(), newDocument: fresh() }),
    () => ({ kind: 'merge', documentId: oneDocument() }),
    () => ({ kind: 'move', pageIds: some(), to: { documentId: oneDocument(), after: null } }),
    () => ({ kind: 'move', pageIds: some(), to: { documentId: oneDocument(), after: onePage() } }),
    () => ({
      kind: 'move',
      pageIds: some(),
      to: { newDocument: fresh(), behind: random(2) ? null : oneDocument() },
    }),
    () => ({ kind: 'move-document', documentId: oneDocument(), behind: oneDocument() }),
    () => ({ kind: 'turn', pageIds: some(), by: 90 }),
    () => ({ kind: 'straighten', pageId: onePage(), degrees: random(30) - 15 }),
    () => ({ kind: 'mark-blank', pageIds: some() }),
    () => ({ kind: 'restore', pageIds: some() }),
    () => ({ kind: 'reject', pageIds: some(), reason: 'other', note: 'x' }),
    () => ({ kind: 'rescan', pageId: onePage(), by: onePage() }),
    () => ({ kind: 'index', documentIds: [oneDocument()], set: { type: `type-${random(9)}` } }),
  ]
  return kinds[random(kinds.length)]?.() ?? { kind: 'merge', documentId: oneDocument() }
}
