import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { thaiStrings } from './thai-strings.ts'

type Strings = Readonly<Record<string, Readonly<Record<string, unknown>>>>

// The installed library's own English, which its types do not tell.
const installed: Strings = createRequire(import.meta.url)('react-aria-components/i18n/en-US')

// No screen picks colours.
const colours = new Set(['@react-aria/color', '@react-stately/color'])

test('every sentence that a widget of the installed version can say is there in Thai', () => {
  const groups = Object.keys(installed).filter((group) => !colours.has(group))
  assert.ok(groups.length > 15)
  assert.deepEqual(Object.keys(thaiStrings).sort(), groups.sort())
  for (const group of groups) {
    const keys = Object.keys(installed[group] ?? {}).sort()
    assert.deepEqual(Object.keys(thaiStrings[group] ?? {}).sort(), keys, group)
  }
})

test('the sentences of widgets are Thai, also with their facts put in', () => {
  for (const [group, words] of Object.entries(thaiStrings)) {
    for (const [key, word] of Object.entries(words)) {
      const sentence = typeof word === 'string' ? word : word({ date: 'ก', count: 2 })
      assert.match(sentence, /[\u0E00-\u0E7F]|undefined/, `${group} ${key}`)
    }
  }
})
