import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { startMeter } from './meter.ts'
import type { Degraded } from './picture.ts'

/** What another program read from a page, and what that cost. */
export type OtherReading = { text: string; cpu_s: number; memory_mb: number }

const run = promisify(execFile)
const environment = { ...process.env, OMP_THREAD_LIMIT: '1' }

export async function isInstalled(program: string): Promise<boolean> {
  return await run(program, ['--version']).then(
    () => true,
    () => false,
  )
}

/** Tesseract alone on the page as scanned, letting it find the lines (psm 3). */
export async function readByTesseract(scan: Degraded): Promise<OtherReading> {
  const png = await packPng(scan)
  const meter = startMeter()
  const running = run(
    'tesseract',
    ['stdin', 'stdout', '-l', 'tha+eng', '--psm', '3', '-c', 'preserve_interword_spaces=1'],
    { env: environment, maxBuffer: 64 * 1024 ** 2 },
  )
  running.child.stdin?.end(png)
  const { stdout } = await running
  const spent = meter.stop()
  return { text: stdout, cpu_s: spent.children_cpu_s, memory_mb: spent.children_memory_mb }
}

/** OCRmyPDF as its manual runs it on Thai and English, with its own deskewing. */
export async function readByOcrmypdf(scan: Degraded): Promise<OtherReading> {
  const folder = await mkdtemp(join(tmpdir(), 'faem-ocrmypdf-'))
  const [image, text] = [join(folder, 'page.png'), join(folder, 'page.txt')]
  try {
    await writeFile(image, await packPng(scan))
    const meter = startMeter()
    const chosen = ['-l', 'tha+eng', '--deskew', '--jobs', '1', '--image-dpi', String(scan.dpi)]
    await run('ocrmypdf', [...chosen, '--sidecar', text, image, join(folder, 'page.pdf')], {
      env: environment,
    })
    const spent = meter.stop()
    return {
      text: await readFile(text, 'utf8'),
      cpu_s: spent.children_cpu_s,
      memory_mb: spent.children_memory_mb,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function packPng({ data, width, height, channels, dpi }: Degraded): Promise<Buffer> {
  return await sharp(data, { raw: { width, height, channels } })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .withMetadata({ density: dpi })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
