import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { GreyImage } from '../pixels.ts'
import { recognisePage } from '../recognise-page.ts'
import { plainText } from '../recognised-page.ts'
import { chooseEngine } from './choose-engine.ts'
import { openOwnRecogniser } from './own-recogniser.ts'

const still = new AbortController().signal
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faem-recogniser-'))
})
after(() => rm(folder, { recursive: true, force: true }))

/**
 * A recogniser for an alphabet of its own: a block of ink is the letter ก, two high ones are ข. It reads
 * our TIFF by itself, as an operator's program has to.
 */
const reader = `
const [step, layout, languages] = process.argv.slice(2)
const described = JSON.stringify({ protocol: 1, name: 'blocks', version: '1.0' })
if (step === 'describe') console.log(described)
else {
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const file = Buffer.concat(chunks)
  const images = []
  for (let at = file.readUInt32LE(4); at > 0; ) {
    const tags = new Map()
    const count = file.readUInt16LE(at)
    for (let n = 0; n < count; n++) tags.set(file.readUInt16LE(at + 2 + n * 12), file.readUInt32LE(at + 10 + n * 12))
    images.push({ width: tags.get(256), height: tags.get(257), from: tags.get(273) })
    at = file.readUInt32LE(at + 2 + count * 12)
  }
  const lineOf = ({ width, height, from }) => {
    const letters = []
    let start = -1
    for (let x = 0; x <= width; x++) {
      let ink = 0
      for (let y = 0; x < width && y < height; y++) if (file[from + y * width + x] < 128) ink++
      if (ink > 0 && start < 0) start = x
      if (ink > 0 || start < 0) continue
      letters.push([x - start > 15 ? 'ข' : 'ก', [start, 0, x - start, height], 97])
      start = -1
    }
    return letters
  }
  console.log(JSON.stringify({ images: images.map((image) => [lineOf(image)]) }))
}
`

async function program(body: string): Promise<string> {
  const file = join(folder, `recogniser-${Math.random().toString(36).slice(2)}.mjs`)
  await writeFile(file, `#!${process.execPath}\n${body}`)
  await chmod(file, 0o755)
  return file
}

function blocks(widths: readonly number[], [width, height] = [300, 60]): GreyImage {
  const data = new Uint8Array(width * height).fill(255)
  let left = Math.round(width / 15)
  const top = Math.round(height / 6)
  for (const wide of widths) {
    for (let y = top; y < top + 18; y++) data.fill(0, y * width + left, y * width + left + wide)
    left += wide + 6
  }
  return { data, width, height, dpi: 200 }
}

const request = {
  images: [blocks([12, 20]), blocks([20])],
  layout: 'line',
  languages: 'tha',
} as const

test("an operator's own recogniser reads each image of a list", async () => {
  const engine = await openOwnRecogniser(await program(reader))
  assert.deepEqual([engine.name, engine.version], ['blocks', '1.0'])
  const [first, second] = await engine.recognise(request, still)
  assert.deepEqual(
    first?.flat().map(({ text, box }) => [text, box[0]]),
    [
      ['ก', 20],
      ['ข', 38],
    ],
  )
  assert.deepEqual(
    second?.flat().map(({ text }) => text),
    ['ข'],
  )
})

test('a page goes through it like through any engine', async () => {
  const engine = await openOwnRecogniser(await program(reader))
  const page = await recognisePage(
    { ...blocks([12, 20, 12, 12, 20], [1_100, 640]), channels: 1 },
    { engine, signal: still },
  )
  assert.equal(plainText(page), 'กขกกข')
  assert.equal(page.engine, 'blocks')
})

test('where one is named it is taken before the installed recogniser', async () => {
  process.env['FAEM_RECOGNISER'] = await program(reader)
  try {
    assert.equal((await chooseEngine()).name, 'blocks')
  } finally {
    delete process.env['FAEM_RECOGNISER']
  }
})

for (const [what, body] of [
  ['is not there', null],
  ['says nothing', ''],
  ['has a name that is a path', `console.log('{"protocol":1,"name":"../x","version":"1"}')`],
  ['speaks another protocol', `console.log('{"protocol":2,"name":"x","version":"1"}')`],
] as const) {
  test(`a program that ${what} is not taken for a recogniser`, async () => {
    const file = body === null ? join(folder, 'nowhere') : await program(body)
    await assert.rejects(openOwnRecogniser(file), { name: 'Fault', code: 'recogniser_unfit' })
  })
}

test('an answer for fewer images than were asked is a fault of the recogniser', async () => {
  const short = reader.replace('images.map((image)', 'images.slice(1).map((image)')
  const engine = await openOwnRecogniser(await program(short))
  await assert.rejects(engine.recognise(request, still), { code: 'recognition_incomplete' })
})

test('a recogniser that does not come to its end is killed at the deadline', async () => {
  const slow = `if (process.argv[2] === 'describe') console.log('{"protocol":1,"name":"slow","version":"1"}')\nelse setInterval(() => {}, 1_000)`
  const engine = await openOwnRecogniser(await program(slow), 1_500)
  await assert.rejects(engine.recognise(request, still), { code: 'recognition_failed' })
})
