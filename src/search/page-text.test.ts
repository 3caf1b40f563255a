import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placesOf } from './page-text.ts'
import { readPageWords } from './read-query.ts'

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })

function borders(text: string): Set<number> {
  return new Set([
    0,
    ...Array.from(graphemes.segment(text), ({ index, segment }) => index + segment.length),
  ])
}

const syllable = fc.constantFrom(
  ...[
    'น้ำ',
    'นํ้า',
    'ที่',
    'เเก้ว',
    'ศักดิ์',
    'ปู่',
    'กรุ๊ป',
    '๑๒๓',
    '456',
    'Ltd',
    'ฤๅษี',
    'ญี่',
    ' ',
    '.',
    '\u200b',
  ],
)
const line = fc.array(syllable, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''))
const lines = fc.array(line, { minLength: 1, maxLength: 4 })

const onLines = (texts: readonly string[]) =>
  texts.map((text) => ({ text, box: [0, 0, 1, 1] as const }))

test('the places of words never cut a letter from its marks, also where the words were misread', () => {
  fc.assert(
    fc.property(lines, line, (texts, typed) => {
      for (const q of [typed, `"${typed}"`, typed.replace('น', 'บ')]) {
        for (const { line: at, start, end } of placesOf(onLines(texts), readPageWords(q))) {
          const text = texts[at] ?? ''
          const allowed = borders(text)
          assert.ok(
            start < end && allowed.has(start) && allowed.has(end),
            `${text} ${start} ${end}`,
          )
        }
      }
    }),
    { numRuns: 1_500 },
  )
})

test('words over the end of a line are marked on both lines', () => {
  const places = placesOf(onLines(['ห้างหุ้นส่วนเจริญ', 'ผลโลหะกิจ']), readPageWords('เจริญผลโลหะ'))
  assert.deepEqual(
    places.map(({ line: at, start, end }) => [at, start, end]),
    [
      [0, 12, 17],
      [1, 0, 6],
    ],
  )
})
