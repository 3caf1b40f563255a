/**
 * Trains the reader of Thai digits on glyphs set in the fonts that npm installed, and measures it on
 * fonts it never saw: `npm run train:thai-digits`. The same seed gives the same model.json.
 */
import { writeFile } from 'node:fs/promises'
import {
  featureCount,
  glyphFeatures,
} from '../../src/text-recognition/thai-digits/glyph-features.ts'
import {
  activate,
  classes,
  hidden,
  likelihoods,
  type Network,
  noDigit,
  packLayer,
  rectified,
  type StoredNetwork,
  softmax,
} from '../../src/text-recognition/thai-digits/network.ts'
import { openGlyphSheets, randomFrom, type Sample } from '../../test/kit/glyph-sheets.ts'
import { thaiFonts } from '../../test/kit/thai-fonts.ts'

const seed = 2569
const sheetsEach = 5
const rounds = 14
const rate = { first: 0.02, last: 0.001 }
const decay = 1e-5

type Example = { features: Float32Array; label: number; font: string }

async function main(): Promise<void> {
  const known = await examples(false, sheetsEach)
  const unseen = await examples(true, 2)
  console.log(`${known.length} glyphs to learn from, ${unseen.length} of unseen fonts`)
  const random = randomFrom(seed)
  const network: Network = {
    first: startLayer(hidden, featureCount, random),
    second: startLayer(classes, hidden, random),
  }
  for (let round = 0; round < rounds; round++) {
    const share = round / (rounds - 1)
    const step = rate.first * (rate.last / rate.first) ** share
    for (const example of shuffled(known, random)) learn(network, example, step)
    console.log(
      `round ${round + 1}: known ${percent(network, known)}, unseen ${percent(network, unseen)}`,
    )
  }
  report(network, unseen)
  await write(network, known)
}

async function examples(heldOut: boolean, sheets: number): Promise<Example[]> {
  const fonts = thaiFonts.filter((font) => font.heldOut === heldOut)
  const sheetsOf = await openGlyphSheets(fonts)
  const samples: Sample[] = []
  for (const [index, font] of fonts.entries()) {
    for (let sheet = 0; sheet < sheets; sheet++) {
      samples.push(...(await sheetsOf.samples(font, seed + 1_000 * index + sheet)))
    }
  }
  sheetsOf.close()
  return samples.map(({ glyph, label, font }) => ({ features: glyphFeatures(glyph), label, font }))
}

function startLayer(outputs: number, inputs: number, random: () => number): Float32Array {
  const reach = Math.sqrt(6 / (inputs + outputs))
  return Float32Array.from({ length: outputs * (inputs + 1) }, () => (random() * 2 - 1) * reach)
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [mixed[at], mixed[other]]
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one]
  }
  return mixed
}

/** One step down the slope of the cross entropy. */
function learn(network: Network, { features, label }: Example, step: number): void {
  const inner = rectified(activate(network.first, features, hidden))
  const found = softmax(activate(network.second, inner, classes))
  const back = new Float32Array(hidden)
  for (let row = 0; row < classes; row++) {
    const slope = (found[row] ?? 0) - (row === label ? 1 : 0)
    const from = row * (hidden + 1)
    for (let at = 0; at < hidden; at++) {
      back[at] = (back[at] ?? 0) + slope * (network.second[from + at] ?? 0)
    }
    adjust(network.second, { from, input: inner, slope: slope * step })
  }
  for (let row = 0; row < hidden; row++) {
    if ((inner[row] ?? 0) <= 0) continue
    const slope = (back[row] ?? 0) * step
    adjust(network.first, { from: row * (featureCount + 1), input: features, slope })
  }
}

type Adjustment = { from: number; input: Float32Array; slope: number }

function adjust(layer: Float32Array, { from, input, slope }: Adjustment): void {
  const end = from + input.length
  for (let at = 0; at < input.length; at++) {
    const old = layer[from + at] ?? 0
    layer[from + at] = old - slope * (input[at] ?? 0) - decay * old
  }
  layer[end] = (layer[end] ?? 0) - slope
}

function isRight(network: Network, { features, label }: Example): boolean {
  const found = likelihoods(network, features)
  return found.indexOf(Math.max(...found)) === label
}

function percent(network: Network, list: readonly Example[]): string {
  const digits = list.filter(({ label }) => label !== noDigit)
  const right = (some: readonly Example[]) =>
    ((100 * some.filter((each) => isRight(network, each)).length) / some.length).toFixed(2)
  return `${right(digits)} % of digits, ${right(list)} % of all`
}

function report(network: Network, unseen: readonly Example[]): void {
  for (const [font, list] of Object.entries(Object.groupBy(unseen, ({ font }) => font))) {
    console.log(font, percent(network, list ?? []))
  }
  const mistakes = new Map<string, number>()
  for (const { features, label } of unseen) {
    const found = likelihoods(network, features)
    const best = found.indexOf(Math.max(...found))
    if (best !== label)
      mistakes.set(`${label}→${best}`, (mistakes.get(`${label}→${best}`) ?? 0) + 1)
  }
  console.log(
    [...mistakes]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, 15)
      .join('  '),
  )
}

async function write(network: Network, known: readonly Example[]): Promise<void> {
  const stored: StoredNetwork = {
    version: 1,
    trainedOn: { glyphs: known.length, fonts: [...new Set(known.map(({ font }) => font))], seed },
    layers: [packLayer(network.first), packLayer(network.second)],
  }
  await writeFile(
    new URL('../../src/text-recognition/thai-digits/model.json', import.meta.url),
    `${JSON.stringify(stored, null, 2)}\n`,
  )
}

await main()
