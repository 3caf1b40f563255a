/**
 * Reads invented office pages as scanners, faxes and copiers would give them, and compares with what
 * stands on them:
 * `npm run bench:recognition -- [--pages 120] [--others 3] [--fallback 6] [--minutes 60] [--seed 2569]`.
 * Every third of the `pages` is of kinds, fonts or a degradation that nothing was tuned with. `others`:
 * on every so-manyth page also Tesseract alone and, where it is installed, OCRmyPDF (0: never);
 * `fallback`: likewise the built-in recogniser. Each page's result is kept at once in
 * bench/results/recognition-pages.jsonl, and a run goes on where the last one stopped; the tables are in
 * bench/results/recognition.json.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { chooseEngine, type Engine, readingFolder } from '#text-recognition'
import { degrade, heldOutVariant, type Variant, variants } from './recognition/degrade.ts'
import { openResults, rounded } from './recognition/kept-results.ts'
import { writePages } from './recognition/office-pages.ts'
import { isInstalled, readByOcrmypdf, readByTesseract } from './recognition/others.ts'
import { byVariant, goals, type PageResult, summarise } from './recognition/summary.ts'
import { compare, measure, type Trial } from './recognition/trial.ts'
import { openTypesetter } from './recognition/typeset.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '120' },
    others: { type: 'string', default: '3' },
    fallback: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '2569' },
  },
})
const heldOutEvery = 3

async function main(): Promise<void> {
  sharp.concurrency(1)
  const until = performance.now() + Number(values.minutes) * 60_000
  const seed = Number(values.seed)
  const engine = await chooseEngine()
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const conditions = { seed, recipe: recipeOf(engine) }
  const results = await openResults(join(folder, 'recognition-pages.jsonl'), conditions)
  const bench = await openBench(engine, seed)
  try {
    for (const trial of trialsOf(Number(values.pages), seed)) {
      if (results.has(trial)) continue
      if (performance.now() > until) break
      const result = await bench.read(trial)
      console.log(lineOf(result))
      await results.add(result)
    }
  } finally {
    await bench.close()
  }
  await report(results.all(), { engine, seed, folder })
}

/** Engine, its version and ours, as readings are filed. */
function recipeOf(engine: Engine): string {
  return readingFolder(engine).replace(/^reading\//, '')
}

/**
 * Every kind of scan in turn, and with each round of scans the next kinds of page; the held-out pages
 * stand between the others, so that a run that is stopped has some of all.
 */
function trialsOf(count: number, seed: number): Trial[] {
  const heldOut = Math.floor(count / heldOutEvery)
  const parts = [
    partOf({ count: count - heldOut, seed, heldOut: false }),
    partOf({ count: heldOut, seed: seed + 1, heldOut: true }),
  ] as const
  return parts[0].flatMap((trial, at) => {
    const held = at % (heldOutEvery - 1) === 0 ? parts[1][at / (heldOutEvery - 1)] : undefined
    return held ? [trial, held] : [trial]
  })
}

function partOf(wanted: { count: number; seed: number; heldOut: boolean }): Trial[] {
  const scans: readonly Variant[] = wanted.heldOut ? [heldOutVariant, ...variants] : variants
  return writePages(wanted).map((page, index) => {
    const shift = index + Math.floor(index / scans.length)
    const variant = scans[shift % scans.length] ?? 'scan300'
    return { page, index, variant, heldOut: wanted.heldOut }
  })
}

/** What reads the pages, opened once. */
async function openBench(engine: Engine, seed: number) {
  const fallback = await chooseEngine({ prefer: 'wasm' })
  const hasTesseract = engine.name === 'tesseract'
  const hasOcrmypdf = hasTesseract && (await isInstalled('ocrmypdf'))
  const typesetter = await openTypesetter()
  return {
    async read(trial: Trial): Promise<PageResult> {
      const { page, index, variant, heldOut } = trial
      const { picture, words } = await typesetter.draw(page, { stamped: variant === 'stamp300' })
      const scan = await degrade(picture, variant, seed * 31 + index + (heldOut ? 5_000 : 0))
      const given = { trial, scan, words }
      const isCompared = hasTesseract && isChosen(index, values.others)
      return {
        index,
        page: page.name,
        font: page.font,
        variant,
        heldOut,
        ours: await measure({ ...given, engine }),
        raw: isCompared ? compare(trial, await readByTesseract(scan)) : null,
        ocrmypdf: isCompared && hasOcrmypdf ? compare(trial, await readByOcrmypdf(scan)) : null,
        fallback: isChosen(index, values.fallback)
          ? await measure({ ...given, engine: fallback })
          : null,
      }
    },
    async close(): Promise<void> {
      typesetter.close()
      await engine.close()
      await fallback.close()
    },
  }
}

function isChosen(index: number, every: string): boolean {
  return Number(every) > 0 && index % Number(every) === 0
}

function lineOf({ page, font, variant, ours, raw, ocrmypdf, fallback }: PageResult): string {
  const boxes = `boxes ${ours.boxes.right}/${ours.boxes.of}`
  const part = `${ours.cer.toFixed(2)} % ${ours.cpu_s.toFixed(2)} s ${boxes}`
  const beside = Object.entries({ raw, ocrmypdf, fallback }).map(([name, other]) =>
    other ? ` ${name} ${other.cer.toFixed(2)} % ${other.cpu_s.toFixed(2)} s` : '',
  )
  return `${variant.padEnd(9)} ${page.padEnd(18)} ${font.padEnd(26)} ${part}${beside.join('')}`
}

type Run = { engine: Engine; seed: number; folder: string }

async function report(
  results: readonly PageResult[],
  { engine, seed, folder }: Run,
): Promise<void> {
  const known = results.filter(({ heldOut }) => !heldOut)
  const unseen = results.filter(({ heldOut }) => heldOut)
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
  const written = {
    machine,
    engine: { name: engine.name, version: engine.version },
    recipe: recipeOf(engine),
    seed,
    goals,
    known: summarise(known),
    heldOut: summarise(unseen),
    byVariant: byVariant(known),
    heldOutByVariant: byVariant(unseen),
  }
  const file = join(folder, 'recognition.json')
  await writeFile(file, `${JSON.stringify(written, rounded, 2)}\n`)
  const shown: typeof written = JSON.parse(JSON.stringify(written, rounded))
  console.table(shown.byVariant)
  console.table(shown.heldOutByVariant)
  console.log(shown.known, shown.heldOut, goals)
}

await main()
