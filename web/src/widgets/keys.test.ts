import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSingleKey, keysAsSet, keysFor } from './keys.ts'

test('single characters may be switched off, keys with Ctrl and named keys stay', () => {
  const keys = ['j', 'slash', 'shift+slash', 'g>h', 'ctrl+k', 'down', 'enter', 'f2']
  assert.deepEqual(keys.filter(isSingleKey), ['j', 'slash', 'shift+slash', 'g>h'])
  const off = keysFor(keys, { single: false, moved: {} })
  assert.deepEqual(off, ['ctrl+k', 'down', 'enter', 'f2'])
})

test('a letter that a person moved answers at its new key only', () => {
  assert.deepEqual(keysFor(['j', 'down'], { single: true, moved: { j: 'y' } }), ['y', 'down'])
  assert.deepEqual(keysFor('k', keysAsSet), ['k'])
})
