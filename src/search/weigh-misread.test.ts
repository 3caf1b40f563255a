import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearWord } from './near-word.ts'
import { isMisread, misreadPhrase, piecesToWeigh } from './weigh-misread.ts'

const typed = 'nxysncxyljrikivdnx'
const onPage = 'rrogrrn'.concat('nxysncxgljrikivdnx', 'kxntvs')

function weighed(often: { typed: number; read: number }, exact = 0): boolean {
  const near = nearWord(onPage, typed, 20)
  assert.ok(near)
  const phrase = misreadPhrase(onPage, typed, near)
  const [mistake] = phrase.mistakes
  assert.equal(phrase.mistakes.length, 1)
  const sizes = new Map([
    ...(mistake?.typed ?? []).map((piece) => [piece, often.typed] as const),
    ...(mistake?.read ?? []).map((piece) => [piece, often.read] as const),
  ])
  assert.equal(sizes.size, piecesToWeigh([phrase]).length)
  return isMisread(phrase, sizes, exact)
}

test('what hardly any page has was misread; what many pages have is other words', () => {
  assert.equal(weighed({ typed: 4_000, read: 3 }), true)
  assert.equal(weighed({ typed: 300, read: 4_000 }), false)
})

test('beside pages that have the phrase as typed, more is asked', () => {
  const often = { typed: 200, read: 25 }
  assert.equal(weighed(often), true)
  assert.equal(weighed(often, 3), false)
})
