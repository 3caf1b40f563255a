/**
 * Sets the limits of page quality against what they are for: the same pages with one trouble growing step
 * by step, measured as the examination measures them and read. For each step the measure, what
 * `judgeQuality` finds, and the character errors:
 * `node bench/page-quality.ts [--pages 4] [--seed 2569]`. Results go to bench/results/page-quality.json.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createImages, type Images, judgeQuality } from '#platform/images'
import { chooseEngine, type Engine, plainText, recognisePage } from '#text-recognition'
import { inGrey } from './recognition/degrade.ts'
import { rounded } from './recognition/kept-results.ts'
import { truthOf, writePages } from './recognition/office-pages.ts'
import type { Degraded } from './recognition/picture.ts'
import { characterErrorRate, mean } from './recognition/score.ts'
import { type Trouble, troubles } from './recognition/troubles.ts'
import { openTypesetter } from './recognition/typeset.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '4' },
    seed: { type: 'string', default: '2569' },
  },
})

type Read = { cer: number; confidence: number; measured: number | null; findings: string[] }

async function main(): Promise<void> {
  sharp.concurrency(1)
  const folder = await mkdtemp(join(tmpdir(), 'faem-quality-'))
  const images = createImages({ children: 1, tempDir: folder })
  const engine = await chooseEngine()
  const typesetter = await openTypesetter()
  const rows: object[] = []
  try {
    const wanted = { count: Number(values.pages), seed: Number(values.seed), heldOut: false }
    const pages = await Promise.all(
      writePages(wanted).map(async (page) => ({
        truth: truthOf(page),
        picture: (await typesetter.draw(page, { stamped: false })).picture,
      })),
    )
    for (const trouble of troubles) {
      for (const step of trouble.steps) {
        const reads: Read[] = []
        for (const [at, { picture, truth }] of pages.entries()) {
          const scan = inGrey(await trouble.make(picture, step, Number(values.seed) + at))
          reads.push(await readAndMeasure(scan, truth, { images, engine, trouble }))
        }
        const row = rowOf(trouble, step, reads)
        console.log(JSON.stringify(row, rounded))
        rows.push(row)
      }
    }
  } finally {
    typesetter.close()
    await engine.close()
    await images.close()
    await rm(folder, { recursive: true, force: true })
  }
  const results = join(import.meta.dirname, 'results')
  await mkdir(results, { recursive: true })
  const written = { pages: Number(values.pages), seed: Number(values.seed), rows }
  await writeFile(join(results, 'page-quality.json'), `${JSON.stringify(written, rounded, 2)}\n`)
}

type Tools = { images: Images; engine: Engine; trouble: Trouble }

async function readAndMeasure(
  scan: Degraded,
  truth: string,
  { images, engine, trouble }: Tools,
): Promise<Read> {
  const { data, width, height, channels, dpi } = scan
  const perMillimetre = dpi / 25.4
  const tiff = await sharp(data, { raw: { width, height, channels } })
    .toColourspace('b-w')
    .tiff({ compression: 'none', xres: perMillimetre, yres: perMillimetre })
    .toBuffer()
  const [quality] = (await images.examine(tiff)).pages
  if (!quality) throw new RangeError('a picture is a page')
  const page = await recognisePage(scan, { engine, signal: AbortSignal.timeout(600_000) })
  return {
    cer: characterErrorRate(truth, plainText(page)),
    confidence: page.meanConfidence,
    measured: trouble.measureOf(quality),
    findings: judgeQuality(quality).map(({ code }) => code),
  }
}

function rowOf({ name, measure }: Trouble, step: number, reads: readonly Read[]) {
  const measured = reads.flatMap((read) => read.measured ?? [])
  const counts = Map.groupBy(
    reads.flatMap(({ findings }) => findings),
    (code) => code,
  )
  return {
    trouble: name,
    step,
    measure,
    measured_mean: measured.length > 0 ? mean(measured) : null,
    cer_mean: mean(reads.map(({ cer }) => cer)),
    cer_most: Math.max(...reads.map(({ cer }) => cer)),
    confidence: mean(reads.map(({ confidence }) => confidence)),
    findings: Object.fromEntries([...counts].map(([code, of]) => [code, of.length])),
  }
}

await main()
