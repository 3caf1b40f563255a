import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actOfKey, keyCaps } from './key-list.ts'

test('keys are shown as they stand on the keyboard', () => {
  assert.deepEqual(keyCaps('g>h'), ['G', 'H'])
  assert.deepEqual(keyCaps('ctrl+k'), ['Ctrl', 'K'])
  assert.deepEqual(keyCaps('shift+slash'), ['?'])
  assert.deepEqual(keyCaps('shift+n'), ['Shift', 'N'])
})

test('a letter that does something already is not given away twice', () => {
  assert.equal(actOfKey('k', 'j', {}), 'keys.previousRow')
  assert.equal(actOfKey('k', 'j', { k: 'y' }), null)
  assert.equal(actOfKey('y', 'j', { k: 'y' }), 'keys.previousRow')
  assert.equal(actOfKey('j', 'j', {}), null)
  assert.equal(actOfKey('g', 'j', {}), 'keys.goHome')
})
