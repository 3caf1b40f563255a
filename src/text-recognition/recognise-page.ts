import { assert, Refusal } from '#kernel'
import { type CleanPage, cleanPage, cleanUp } from './clean-up/clean-page.ts'
import { cutLines, drawMarks, textMarks } from './clean-up/cut-lines.ts'
import { toScanned } from './clean-up/straighten.ts'
import type { ReadCharacter } from './engines/engine.ts'
import { type BuiltLine, boxAround, buildLine, joinLines, spacesBetween } from './line-text.ts'
import type { PagePixels, PixelBox } from './pixels.ts'
import { placeCharacters } from './place-characters.ts'
import { type Reading, readLines } from './read-lines.ts'
import type { RecognisedCharacter, RecognisedLine, RecognisedPage } from './recognised-page.ts'
import { refusals } from './refusals.ts'
import { glyphsOfLine } from './thai-digits/glyphs.ts'
import { loadNetwork } from './thai-digits/network.ts'
import { readThaiDigits, thaiNumbersIn } from './thai-digits/read-digits.ts'

/** A0 at 300 dpi is more than any office scans; each pixel costs memory several times over. */
export const recognitionLimits = { page_pixels_max: 140_000_000 }

// Under this mean confidence our line cut may have gone wrong, and the engine's own is tried too.
const surePage = 80

/**
 * Reads a page: makes it ready, cuts it into lines, lets the engine read them, and carries every
 * place back to the page as scanned. An empty page gives no lines. Throws what the engine throws, and
 * `text-recognition.page_too_large`.
 */
export async function recognisePage(pixels: PagePixels, reading: Reading): Promise<RecognisedPage> {
  const { data, width, height, channels } = pixels
  assert(data.length === width * height * channels, 'a page has a byte a sample and no padding')
  if (width * height > recognitionLimits.page_pixels_max) {
    throw new Refusal(refusals.page_too_large, { width, height })
  }
  const started = performance.now()
  const clean = await cleanPage(pixels)
  const { layout, built } = await readClean(clean, reading)
  const lines = built.flatMap((line) => toLine(line, clean))
  return {
    version: 1,
    engine: reading.engine.name,
    engineVersion: reading.engine.version,
    recipe: {
      version: cleanUp.version,
      dpi: clean.image.dpi,
      colourDropped: clean.colourDropped,
      layout,
    },
    pixels: [pixels.width, pixels.height],
    dpi: pixels.dpi,
    turnedDegrees: clean.placement.turnedDegrees,
    skewDegrees: rounded(clean.placement.skewDegrees, 2),
    lines,
    meanConfidence: sureness(built),
    milliseconds: Math.round(performance.now() - started),
  }
}

type Read = { layout: 'lines' | 'block'; built: BuiltLine[] }

async function readClean({ image }: CleanPage, reading: Reading): Promise<Read> {
  const marks = textMarks(image)
  const cuts = cutLines(image, marks)
  if (cuts.length === 0) return { layout: 'lines', built: [] }
  const byLines = await readCuts(cuts, reading)
  if (sureness(byLines) >= surePage) return { layout: 'lines', built: byLines }
  const byBlock = await readBlock(drawMarks(image, marks), reading)
  return sureness(byBlock) > sureness(byLines)
    ? { layout: 'block', built: byBlock }
    : { layout: 'lines', built: byLines }
}

async function readCuts(cuts: ReturnType<typeof cutLines>, reading: Reading): Promise<BuiltLine[]> {
  const read = await readLines(
    cuts.map(({ image }) => image),
    reading,
  )
  const { network } = loadNetwork()
  const rows = new Map<number, BuiltLine[]>()
  for (const [index, cut] of cuts.entries()) {
    const glyphs = glyphsOfLine(cut.image)
    const characters = readThaiDigits(read[index] ?? [], { glyphs, network })
    const built = buildLine(placeCharacters(characters, glyphs), cut.spaces)
    const row = rows.get(cut.row) ?? []
    row.push({ ...built, characters: built.characters.map((each) => moved(each, cut.box)) })
    rows.set(cut.row, row)
  }
  return [...rows.values()].map(joinLines)
}

async function readBlock(
  image: CleanPage['image'],
  { engine, signal }: Reading,
): Promise<BuiltLine[]> {
  const request = { images: [image], layout: 'block', languages: 'tha+eng' } as const
  const [lines = []] = await engine.recognise(request, signal)
  return lines.filter((line) => line.length > 0).map((line) => buildLine(line, spacesBetween(line)))
}

function moved(character: ReadCharacter, [left, top]: PixelBox): ReadCharacter {
  const [x, y, width, height] = character.box
  return { ...character, box: [left + x, top + y, width, height] }
}

function toLine({ text, characters }: BuiltLine, { placement }: CleanPage): RecognisedLine[] {
  if (characters.length === 0) return []
  const placed = characters.map((each): RecognisedCharacter => {
    const [x, y, width, height] = rounded4(toScanned(placement, each.box))
    return [each.text, x, y, width, height, Math.round(each.confidence)]
  })
  const box = boxAround(placed.map(([, x, y, width, height]) => [x, y, width, height]))
  const confidence = sureness([{ text, characters }])
  const thaiNumbers = thaiNumbersIn(text)
  const marked = thaiNumbers.length > 0 ? { thaiNumbers } : {}
  return [{ text, box: rounded4(box), confidence, characters: placed, ...marked }]
}

function sureness(lines: readonly BuiltLine[]): number {
  const values = lines.flatMap(({ characters }) => characters.map(({ confidence }) => confidence))
  if (values.length === 0) return 0
  return rounded(values.reduce((sum, value) => sum + value, 0) / values.length, 1)
}

// A ten-thousandth of a page is a quarter of a pixel at 300 dpi.
function rounded4([x, y, width, height]: PixelBox): [number, number, number, number] {
  return [rounded(x, 4), rounded(y, 4), rounded(width, 4), rounded(height, 4)]
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places))
}
