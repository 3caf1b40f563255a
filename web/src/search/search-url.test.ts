import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queryText } from '../api/ask.ts'
import { readProblem } from '../api/problem.ts'
import { readViewerUrl } from '../viewer/viewer-url.ts'
import { filterCount, moveActive, readSearchUrl, worthAsking } from './search-url.ts'

test('a search is asked from three digits or two letters on, Thai digits too', () => {
  for (const q of ['601', '๖๐๑', 'ศร', '6-0-1', 'ab']) assert.equal(worthAsking(q), true, q)
  for (const q of ['', '60', '๖๐', 'ศ', '-- !', 'ศ6']) assert.equal(worthAsking(q), false, q)
})

test('an address written and read again is the same question, zeros kept', () => {
  const url = { q: '0105560', office: '0001', year: 2005 }
  const text = queryText(url)
  assert.deepEqual(readSearchUrl(Object.fromEntries(new URLSearchParams(text))), url)
})

test('what an address should not hold is left out', () => {
  assert.deepEqual(readSearchUrl({ q: '', year: 'soon', office: ['x'], other: 1 }), {})
  assert.deepEqual(readViewerUrl({ page: '-1', hit: '2.5', panel: 'x' }), {})
  assert.deepEqual(readViewerUrl({ page: '3', panel: 'text', q: 'นาย' }), {
    page: 3,
    panel: 'text',
    q: 'นาย',
  })
})

test('moving in the results stays within them, and up from the first returns to the box', () => {
  assert.equal(moveActive(-1, 1, 2), 0)
  assert.equal(moveActive(1, 1, 2), 1)
  assert.equal(moveActive(0, -1, 2), -1)
  assert.equal(filterCount({ q: 'x', office: '6000', year: 2005 }), 2)
})

test('an answer that is no problem still gets a code', () => {
  assert.equal(readProblem(502, '<html>').code, 'web.status_502')
  assert.deepEqual(readProblem(409, { code: 'record.stale', title: 'x', facts: { a: 1 } }), {
    code: 'record.stale',
    status: 409,
    title: 'x',
    facts: { a: 1 },
  })
})
