import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Fault } from '#kernel'
import { type Engine, engineLimits, type ReadLine, type ReadRequest } from './engine.ts'
import { parseHocr } from './hocr.ts'
import { runProgram } from './run-program.ts'
import { packTiff } from './tiff.ts'

const program = 'tesseract'

/** The installed Tesseract with Thai and English, or null when this machine has none. */
export async function findNativeTesseract(
  deadline_ms: number = engineLimits.recognise_ms,
): Promise<Engine | null> {
  const version = await askVersion()
  if (version === null) return null
  return {
    name: 'tesseract',
    version,
    recognise: (request, signal) =>
      readImages(request, AbortSignal.any([signal, AbortSignal.timeout(deadline_ms)])),
    close: async () => {},
  }
}

async function askVersion(): Promise<string | null> {
  const run = promisify(execFile)
  try {
    const listed = await run(program, ['--list-langs'])
    const languages = `${listed.stdout}\n${listed.stderr}`.split(/\s+/)
    if (!languages.includes('tha') || !languages.includes('eng')) return null
    const { stdout, stderr } = await run(program, ['--version'])
    return /tesseract v?(5[\d.]*)/.exec(`${stdout}${stderr}`)?.[1] ?? null
  } catch {
    // Not installed is an answer, not a failure: the caller falls back to the built-in engine.
    return null
  }
}

async function readImages(request: ReadRequest, signal: AbortSignal): Promise<ReadLine[][]> {
  if (request.images.length === 0) return []
  const hocr = await runTesseract(request, signal)
  const pages = parseHocr(hocr)
  if (pages.length !== request.images.length) {
    throw new Fault('recognition_incomplete', `Read ${pages.length} of ${request.images.length}`)
  }
  return pages
}

// The list goes in as one TIFF on standard input and hOCR comes back on standard output: one process
// for a page (starting one costs 0.2 s for the models), and no image of a page on a disk.
function runTesseract(request: ReadRequest, signal: AbortSignal): Promise<string> {
  return runProgram(
    {
      program,
      args: toArguments(request),
      // Its own threads make a page three times as slow on a busy machine; we run a process a core.
      env: { OMP_THREAD_LIMIT: '1', ...tessdata() },
      input: packTiff(request.images),
    },
    signal,
  )
}

function toArguments({ layout, languages }: ReadRequest): string[] {
  const mode = layout === 'line' ? '7' : '6'
  return [
    ...['stdin', 'stdout', '-l', languages, '--psm', mode],
    ...[
      '-c',
      'preserve_interword_spaces=1',
      '-c',
      'tessedit_do_invert=0',
      '-c',
      'hocr_char_boxes=1',
      'hocr',
    ],
  ]
}

function tessdata(): Record<string, string> {
  const folder = process.env['TESSDATA_PREFIX']
  return folder ? { TESSDATA_PREFIX: folder } : {}
}
