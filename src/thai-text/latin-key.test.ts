import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyLatin } from './index.ts'

test('the many Latin spellings of one Thai name share a key', () => {
  for (const spellings of [
    ['Nakhon Sawan', 'Nakorn Sawan', 'Nakornsawan', 'ＮＡＫＨＯＮ　ＳＡＷＡＮ'],
    ['Sa Kaeo', 'Sakaew'],
    ['Phonchai', 'Pornchai', 'Phornchai'],
    ['Charoen', 'Jaroen', 'Charern'],
    ['Somboon', 'Sombun'],
    ['Suwan', 'Suvan'],
  ]) {
    assert.equal(new Set(spellings.map(keyLatin)).size, 1, spellings.join())
  }
})

test('names that differ in a sound keep different keys', () => {
  assert.notEqual(keyLatin('Sombat'), keyLatin('Sombun'))
  assert.notEqual(keyLatin('Chai'), keyLatin('Sai'))
})

test('a text without Latin letters has no Latin key; digits count beside letters only', () => {
  assert.equal(keyLatin('ศรีทอง 99'), '')
  assert.equal(keyLatin('ศรีทอง Café ๙๙'), 'cafe99')
})
