import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureDetail } from './detail.ts'
import type { GreyPage } from './grey-page.ts'
import { measure } from './measure.ts'
import { isSound } from './pdf-text.ts'
import * as kit from './sample-files.test-kit.ts'

const written = kit.aWrittenPage()

function measured(page: GreyPage) {
  return measure({ page, band: page, bandDpi: 150 })
}

async function turned(degrees: number): Promise<GreyPage> {
  const rotated = kit.grey(written).rotate(degrees, { background: '#fafafa' }).toColourspace('b-w')
  const { data, info } = await rotated.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

async function fogged(sigma: number): Promise<GreyPage> {
  const data = await kit.grey(written).blur(sigma).toColourspace('b-w').raw().toBuffer()
  return { ...written, data }
}

for (const degrees of [-4, -1.5, 0, 0.7, 3]) {
  test(`writing turned by ${degrees}° is measured so`, async () => {
    const { skewDegrees } = measured(await turned(degrees))
    assert.ok(skewDegrees !== null && Math.abs(skewDegrees - degrees) <= 0.2, `${skewDegrees}`)
  })
}

test('an empty page is blank and tells neither skew nor blur', () => {
  const { blank, skewDegrees, blur, inkShare } = measured(kit.anEmptyPage())
  assert.deepEqual(
    { blank, skewDegrees, blur, inkShare },
    {
      blank: true,
      skewDegrees: null,
      blur: null,
      inkShare: 0,
    },
  )
})

test('dust does not make a page written, a page number does', () => {
  const page = kit.anEmptyPage(1_240, 1_754)
  for (let n = 0; n < 40; n += 1) paint(page, { x: 80 + n * 27, y: 90 + n * 37, side: 3 })
  assert.equal(measured(page).blank, true)
  paint(page, { x: 600, y: 1_600, side: 12 })
  assert.equal(measured(page).blank, false)
})

test('more fog is more blur, and a crisp page has next to none', async () => {
  const scores = [measured(written), measured(await fogged(1)), measured(await fogged(2.5))]
  const [crisp = 1, soft = 1, foggy = 1] = scores.map(({ blur }) => blur ?? 1)
  assert.ok(crisp < 0.1, `crisp ${crisp}`)
  assert.ok(soft > crisp + 0.1 && foggy > soft + 0.1, `${crisp} ${soft} ${foggy}`)
})

test('dark paper is told', () => {
  const dark = { ...written, data: written.data.map((level) => level / 3) }
  assert.equal(measured(dark).tooDark, true)
  assert.equal(measured(written).tooDark, false)
})

test('writing that runs over an edge is told, a black border is not', () => {
  const cut = kit.aWrittenPage()
  for (let y = 200; y < 260; y += 1) cut.data.fill(20, y * 620 + 560, y * 620 + 620)
  assert.equal(measured(cut).clipped, true)
  assert.equal(measured(written).clipped, false)
  const framed = kit.aWrittenPage()
  for (let y = 0; y < 877; y += 1) framed.data.fill(0, y * 620, y * 620 + 4)
  assert.equal(measured(framed).clipped, false)
})

test('text with unknown characters or marks standing alone is not sound', () => {
  assert.equal(isSound('ปู่ที่น้ำเอี๊ยด บริษัท'), true)
  assert.equal(isSound('ป ู ่ ท ี ่'), false)
  assert.equal(isSound('\ue001\ue002 abc'), false)
  assert.equal(isSound('  '), false)
})

function paint(page: kit.Canvas, { x, y, side }: { x: number; y: number; side: number }): void {
  for (let row = y; row < y + side; row += 1) {
    page.data.fill(20, row * page.width + x, row * page.width + x + side)
  }
}

test('lines with marks over their letters tell which way up the page lies', async () => {
  const upright = aMarkedPage()
  assert.equal(measured(upright).turnedDegrees, 0)
  for (const degrees of [90, 180, 270] as const) {
    const { data, info } = await kit
      .grey(upright)
      .rotate(degrees)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const turned = { data, width: info.width, height: info.height }
    assert.equal(measured(turned).turnedDegrees, degrees)
  }
})

test('a page without marks over or under its letters does not tell which way up it lies', () => {
  assert.equal(measured(written).turnedDegrees, null)
})

for (const [times, kernel] of [
  [2, 'nearest'],
  [3, 'cubic'],
  [4, 'cubic'],
] as const) {
  test(`detail finds out a page enlarged ${times} times (${kernel})`, async () => {
    const small = await aGrainyPage()
    const { data, info } = await kit
      .grey(small)
      .resize(small.width * times, small.height * times, { kernel })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const large = { data, width: info.width, height: info.height }
    const { dpi } = measureDetail(large, 300)
    assert.ok(dpi !== null && Math.abs(dpi - 300 / times) < 12, `${dpi}`)
    assert.equal(measureDetail(small, 300).dpi, 300)
  })
}

test('an unsharp page carries less detail than its pixels promise', async () => {
  const { dpi } = measureDetail(await fogged(2.2), 300)
  assert.ok(dpi !== null && dpi < 200, `${dpi}`)
})

test('a page in two tones has two tones, in whatever depth it is stored', () => {
  assert.equal(measureDetail(written, 300).tones, 2)
})

test('what shows through from the other side is told from shading and from writing', async () => {
  const back = await kit.grey(written).flop().blur(2).toColourspace('b-w').raw().toBuffer()
  const data = written.data.map((level, at) => level * (1 - 0.25 * (1 - (back[at] ?? 0) / 250)))
  const seen = measured({ ...written, data }).bleed
  const shaded = written.data.map((level, at) => level * (1 - (0.3 * (at % 620)) / 620))
  assert.ok(seen > 0.012, `${seen}`)
  assert.ok(measured({ ...written, data: shaded }).bleed < 0.005)
  assert.ok(measured(written).bleed < 0.005)
})

test('the blank score falls with every mark', () => {
  const page = kit.anEmptyPage(1_240, 1_754)
  const scores = [1, 10, 60].map((marks) => {
    for (let n = 0; n < marks; n += 1) paint(page, { x: 100 + n * 18, y: 300, side: 12 })
    return measured(page).blankScore
  })
  assert.equal(measured(kit.anEmptyPage()).blankScore, 1)
  assert.ok((scores[0] ?? 0) > (scores[1] ?? 0) && (scores[1] ?? 0) > (scores[2] ?? 0), `${scores}`)
})

/** Lines of letters with small marks over every third, as Thai has. */
function aMarkedPage(): GreyPage {
  const page = kit.anEmptyPage()
  for (let y = 80; y < 800; y += 40) {
    for (let x = 60; x < 540; x += 11) {
      paint(page, { x: x + ((y * 7) % 11), y, side: 8 })
      if ((x + y) % 3 === 0) paint(page, { x: x + ((y * 7) % 11) + 2, y: y - 6, side: 4 })
    }
  }
  return page
}

/** Strokes at places that follow no step, with the grain of a scanner. */
async function aGrainyPage(): Promise<GreyPage> {
  const page = kit.anEmptyPage(900, 240)
  let state = 1
  const next = (most: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % most
  }
  for (let n = 0; n < 2_600; n += 1) paint(page, { x: next(890), y: next(230), side: 2 + next(4) })
  const data = await kit.grey(page).blur(0.5).toColourspace('b-w').raw().toBuffer()
  return { ...page, data: data.map((level) => Math.min(255, level + next(9))) }
}
