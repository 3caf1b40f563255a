import assert from 'node:assert/strict'
import { test } from 'node:test'
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
