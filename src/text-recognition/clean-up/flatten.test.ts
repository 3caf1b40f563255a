import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whitePage } from './drawn-page.ts'
import { flatten } from './flatten.ts'

test('pale ink on paper that darkens to one side becomes black on white', () => {
  const blank = whitePage(800, 600)
  const isInk = (at: number) => (at % 800) % 40 < 6 && Math.floor(at / 800) % 30 < 12
  const data = blank.data.map((_, at) => {
    const light = 220 - ((at % 800) / 800) * 90
    return isInk(at) ? light * 0.4 : light
  })
  const { image } = flatten({ ...blank, data })
  const inks = image.data.filter((_, at) => isInk(at))
  const papers = image.data.filter((_, at) => !isInk(at))
  assert.ok(Math.max(...inks.subarray(0, 5_000)) < 60, 'ink is dark everywhere')
  assert.ok(
    papers.filter((value) => value < 230).length < papers.length * 0.01,
    'paper is white everywhere',
  )
})

test('a page of two tones has no light to even and is left alone', () => {
  const page = whitePage(100, 100)
  page.data.fill(0, 2_000, 2_050)
  assert.equal(flatten(page).image, page)
})
