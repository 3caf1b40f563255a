/**
 * Reads invented office pages as scanners, faxes and copiers would give them, and compares with what
 * stands on them:
 * `node bench/recognition.ts [--pages 24] [--held-out 8] [--others 4] [--fallback 2] [--seed 2569]`.
 * `others`: on so many of the pages also Tesseract alone, and OCRmyPDF where it is installed.
 * `fallback`: on so many also the built-in recogniser. Results go to bench/results/recognition.json.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { chooseEngine, type Engine } from '#text-recognition'
import { degrade, heldOutVariant, type Variant, variants } from './recognition/degrade.ts'
import { writePages } from './recognition/office-pages.ts'
import { isInstalled, readByOcrmypdf, readByTesseract } from './recognition/others.ts'
import { byVariant, goals, type PageResult, summarise } from './recognition/summary.ts'
import { compare, measure, type Trial } from './recognition/trial.ts'
import { openTypesetter } from './recognition/typeset.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '24' },
    'held-out': { type: 'string', default: '8' },
    others: { type: 'string', default: '4' },
    fallback: { type: 'string', default: '2' },
    seed: { type: 'string', default: '2569' },
  },
})

async function main(): Promise<void> {
  sharp.concurrency(1)
  const seed = Number(values.seed)
  const known = trials({ count: Number(values.pages), seed, heldOut: false })
  const unseen = trials({ count: Number(values['held-out']), seed: seed + 1, heldOut: true })
  const engine = await chooseEngine()
  const fallback = await chooseEngine({ prefer: 'wasm' })
  const others = engine.name === 'tesseract' ? Number(values.others) : 0
  const ocrmypdf = others > 0 && (await isInstalled('ocrmypdf'))
  const typesetter = await openTypesetter()
  const results: PageResult[] = []
  try {
    for (const [index, trial] of [...known, ...unseen].entries()) {
      const { picture, words } = await typesetter.draw(trial.page, {
        stamped: trial.variant === 'stamp300',
      })
      const scan = await degrade(picture, trial.variant, seed * 31 + index)
      const given = { trial, scan, words }
      const isCompared = index < others
      const isRepeated = index < Number(values.fallback)
      const result: PageResult = {
        page: trial.page.name,
        font: trial.page.font,
        variant: trial.variant,
        heldOut: trial.heldOut,
        ours: await measure({ ...given, engine }),
        raw: isCompared ? compare(trial, await readByTesseract(scan)) : null,
        ocrmypdf: isCompared && ocrmypdf ? compare(trial, await readByOcrmypdf(scan)) : null,
        fallback: isRepeated ? await measure({ ...given, engine: fallback }) : null,
      }
      console.log(lineOf(result))
      results.push(result)
    }
  } finally {
    typesetter.close()
    await engine.close()
    await fallback.close()
  }
  await report(results, engine)
}

/** Every kind of scan in turn, and with each round of scans the next kinds of page. */
function trials(wanted: { count: number; seed: number; heldOut: boolean }): Trial[] {
  const scans: readonly Variant[] = wanted.heldOut ? [heldOutVariant, ...variants] : variants
  return writePages(wanted).map((page, index) => {
    const shift = index + Math.floor(index / scans.length)
    return { page, variant: scans[shift % scans.length] ?? 'scan300', heldOut: wanted.heldOut }
  })
}

function lineOf({ page, font, variant, ours, raw, fallback }: PageResult): string {
  const boxes = `boxes ${ours.boxes.placed}/${ours.boxes.found}`
  const digits = `digits ${ours.thaiDigits.right}/${ours.thaiDigits.wanted}`
  const part = `${ours.cer.toFixed(2)} % ${ours.cpu_s.toFixed(2)} s ${boxes} ${digits}`
  const rawPart = raw ? ` raw ${raw.cer.toFixed(2)} % ${raw.cpu_s.toFixed(2)} s` : ''
  const other = fallback ? ` fallback ${fallback.cer.toFixed(2)} %` : ''
  return `${variant.padEnd(9)} ${page.padEnd(18)} ${font.padEnd(26)} ${part}${rawPart}${other}`
}

async function report(results: readonly PageResult[], engine: Engine): Promise<void> {
  const known = results.filter(({ heldOut }) => !heldOut)
  const unseen = results.filter(({ heldOut }) => heldOut)
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
  const written = {
    machine,
    engine: { name: engine.name, version: engine.version },
    seed: Number(values.seed),
    goals,
    known: summarise(known),
    heldOut: summarise(unseen),
    byVariant: byVariant(known),
    heldOutByVariant: byVariant(unseen),
    results,
  }
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'recognition.json'), `${JSON.stringify(written, rounded, 2)}\n`)
  console.table(written.byVariant)
  console.table(written.heldOutByVariant)
  console.log(written.known, written.heldOut, goals)
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value
}

await main()
