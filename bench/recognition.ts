/**
 * Reads invented office pages as scanners, faxes and copiers would give them, and compares with what
 * stands on them. `node bench/recognition.ts [pages] [seed]`; results go to bench/results/recognition.json.
 */
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { chooseEngine, type Engine, plainText, recognisePage } from '#text-recognition'
import { type Degraded, degrade, type Variant, variants } from './recognition/degrade.ts'
import { startMeter } from './recognition/meter.ts'
import { type OfficePage, truthOf, writePages } from './recognition/office-pages.ts'
import { characterErrorRate, mean, median } from './recognition/score.ts'
import { openTypesetter } from './recognition/typeset.ts'

/** `memory_mb`: the most the recogniser's process held at once. */
type Measured = { cer: number; cpu_s: number; memory_mb: number }
type Result = {
  page: string
  font: string
  variant: Variant
  ours: Measured & { cleanUp_cpu_s: number; confidence: number; layout: string }
  /** Tesseract alone on the page as scanned, letting it find the lines (psm 3); null without it. */
  raw: Measured | null
}

const pagesDefault = 24
const goals = { printed_scans_median: 1.5, all_variants_mean: 3.5, cpu_s: 2.0 }

async function main(): Promise<void> {
  sharp.concurrency(1)
  const count = Number(process.argv[2] ?? pagesDefault)
  const seed = Number(process.argv[3] ?? 2569)
  const engine = await chooseEngine()
  const typesetter = await openTypesetter()
  const results: Result[] = []
  try {
    // Every variant in turn, and with each round of variants the next kinds of page.
    const pages = writePages(count, seed)
    for (const [index, page] of pages.entries()) {
      const shift = index + Math.floor(index / variants.length)
      const variant = variants[shift % variants.length] ?? 'scan300'
      const picture = await typesetter.draw(page, { stamped: variant === 'stamp300' })
      const scan = await degrade(picture, variant, seed * 31 + index)
      const result = await measure({ page, variant, scan, engine })
      console.log(lineOf(result))
      results.push(result)
    }
  } finally {
    typesetter.close()
    await engine.close()
  }
  await report(results, { seed, engine })
}

type Trial = { page: OfficePage; variant: Variant; scan: Degraded; engine: Engine }

async function measure({ page, variant, scan, engine }: Trial): Promise<Result> {
  const truth = truthOf(page)
  const meter = startMeter()
  const read = await recognisePage(scan, { engine, signal: AbortSignal.timeout(120_000) })
  const spent = meter.stop()
  return {
    page: page.name,
    font: page.font,
    variant,
    ours: {
      cer: characterErrorRate(truth, plainText(read)),
      cpu_s: spent.own_cpu_s + spent.children_cpu_s,
      memory_mb: spent.children_memory_mb,
      cleanUp_cpu_s: spent.own_cpu_s,
      confidence: read.meanConfidence,
      layout: read.recipe.layout,
    },
    raw: engine.name === 'tesseract' ? await measureRaw(scan, truth) : null,
  }
}

async function measureRaw(scan: Degraded, truth: string): Promise<Measured> {
  const { data, width, height, channels, dpi } = scan
  const png = await sharp(data, { raw: { width, height, channels } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .withMetadata({ density: dpi })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const meter = startMeter()
  const running = promisify(execFile)(
    'tesseract',
    ['stdin', 'stdout', '-l', 'tha+eng', '--psm', '3', '-c', 'preserve_interword_spaces=1'],
    { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 64 * 1024 ** 2 },
  )
  running.child.stdin?.end(png)
  const { stdout } = await running
  const spent = meter.stop()
  return {
    cer: characterErrorRate(truth, stdout),
    cpu_s: spent.children_cpu_s,
    memory_mb: spent.children_memory_mb,
  }
}

function lineOf({ page, font, variant, ours, raw }: Result): string {
  const rawPart = raw ? `raw ${raw.cer.toFixed(2)} % ${raw.cpu_s.toFixed(2)} s` : ''
  const part = `${ours.cer.toFixed(2)} % ${ours.cpu_s.toFixed(2)} s ${Math.round(ours.memory_mb)} MB`
  return `${variant.padEnd(9)} ${page.padEnd(18)} ${font.padEnd(26)} ours ${part} ${rawPart}`
}

async function report(results: Result[], run: { seed: number; engine: Engine }): Promise<void> {
  const printed = results.filter(({ variant }) => /^(clean|scan)/.test(variant))
  const summary = {
    pages: results.length,
    printed_scans_median: median(printed.map(({ ours }) => ours.cer)),
    all_variants_mean: mean(variants.flatMap((variant) => meanCer(results, variant))),
    cpu_s: mean(results.map(({ ours }) => ours.cpu_s)),
    cleanUp_cpu_s: mean(results.map(({ ours }) => ours.cleanUp_cpu_s)),
    memory_mb: Math.max(...results.map(({ ours }) => ours.memory_mb)),
    raw_mean: mean(results.flatMap(({ raw }) => (raw ? [raw.cer] : []))),
    raw_cpu_s: mean(results.flatMap(({ raw }) => (raw ? [raw.cpu_s] : []))),
  }
  const byVariant = variants.map((variant) => {
    const of = results.filter((result) => result.variant === variant)
    return {
      variant,
      ours: mean(of.map(({ ours }) => ours.cer)),
      raw: mean(of.flatMap(({ raw }) => (raw ? [raw.cer] : []))),
      cpu_s: mean(of.map(({ ours }) => ours.cpu_s)),
    }
  })
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
  const engine = { name: run.engine.name, version: run.engine.version }
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const written = { machine, engine, seed: run.seed, goals, summary, byVariant, results }
  await writeFile(join(folder, 'recognition.json'), `${JSON.stringify(written, rounded, 2)}\n`)
  console.table(byVariant)
  console.log(summary, goals)
}

function meanCer(results: readonly Result[], variant: Variant): number[] {
  const of = results.filter((result) => result.variant === variant)
  return of.length ? [mean(of.map(({ ours }) => ours.cer))] : []
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value
}

await main()
