import { type CleanPage, cleanPage, cleanUp } from './clean-up/clean-page.ts'
import { cutLines, type LineCut } from './clean-up/cut-lines.ts'
import { toScanned } from './clean-up/straighten.ts'
import type { Engine, ReadCharacter, ReadLine } from './engines/engine.ts'
import { boxAround, buildLine } from './line-text.ts'
import type { PagePixels, PixelBox } from './pixels.ts'
import type { RecognisedCharacter, RecognisedLine, RecognisedPage } from './recognised-page.ts'

/** Reads a page: makes it ready, cuts it into lines, lets the engine read them, keeps every place. */
export async function recognisePage(
  pixels: PagePixels,
  { engine, signal }: { engine: Engine; signal: AbortSignal },
): Promise<RecognisedPage> {
  const started = performance.now()
  const clean = await cleanPage(pixels)
  const cuts = cutLines(clean.image)
  const images = cuts.map(({ image }) => image)
  const read = await engine.recognise({ images, layout: 'line', languages: 'tha+eng' }, signal)
  const lines = rowsOf(cuts, read).flatMap((row) => toLine(row, clean))
  return {
    version: 1,
    engine: engine.name,
    engineVersion: engine.version,
    recipe: {
      version: cleanUp.version,
      dpi: clean.image.dpi,
      colourDropped: clean.colourDropped,
      layout: 'lines',
    },
    pixels: [pixels.width, pixels.height],
    dpi: pixels.dpi,
    skewDegrees: rounded(clean.placement.skewDegrees, 2),
    lines,
    meanConfidence: meanOf(lines.flatMap(({ characters }) => characters.map((each) => each[5]))),
    milliseconds: Math.round(performance.now() - started),
  }
}

type Row = { height: number; characters: ReadCharacter[] }

/** Puts the cells of a row side by side again, in pixels of the cleaned page. */
function rowsOf(cuts: readonly LineCut[], read: readonly ReadLine[][]): Row[] {
  const rows = new Map<number, Row>()
  for (const [index, cut] of cuts.entries()) {
    const row = rows.get(cut.row) ?? { height: 0, characters: [] }
    row.height = Math.max(row.height, cut.box[3])
    for (const { text, box, confidence } of read[index]?.flat() ?? []) {
      row.characters.push({ text, box: moved(box, cut.box), confidence })
    }
    rows.set(cut.row, row)
  }
  return [...rows.values()]
}

function moved([x, y, width, height]: PixelBox, [left, top]: PixelBox): PixelBox {
  return [left + x, top + y, width, height]
}

function toLine(row: Row, { placement }: CleanPage): RecognisedLine[] {
  const { text, characters } = buildLine(row.characters, row.height)
  if (characters.length === 0) return []
  const placed = characters.map((each): RecognisedCharacter => {
    const [x, y, width, height] = rounded4(toScanned(placement, each.box))
    return [each.text, x, y, width, height, Math.round(each.confidence)]
  })
  const box = boxAround(placed.map(([, x, y, width, height]) => [x, y, width, height]))
  const confidence = meanOf(placed.map((each) => each[5]))
  return [{ text, box: rounded4(box), confidence, characters: placed }]
}

function meanOf(values: readonly number[]): number {
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
