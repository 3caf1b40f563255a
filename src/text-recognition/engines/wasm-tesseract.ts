import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { Fault } from '#kernel'
import { type Engine, engineLimits, type ReadLine, type ReadRequest } from './engine.ts'
import { parseHocr } from './hocr.ts'
import { packTiff } from './tiff.ts'

const modelFolder = '4.0.0_best_int'
const require = createRequire(import.meta.url)

type Loaded = { worker: Worker; languages: ReadRequest['languages'] }

/**
 * The built-in recogniser, for machines without Tesseract: as good, half as fast again, 440 MB.
 * One worker thread, started at the first page and reading one request at a time; for more at once,
 * open more engines.
 */
export function openWasmTesseract(deadline_ms: number = engineLimits.recognise_ms): Engine {
  let loaded: Promise<Loaded> | null = null
  let turn: Promise<unknown> = Promise.resolve()

  async function stop(): Promise<void> {
    const stopping = loaded
    loaded = null
    await stopping?.then(({ worker }) => worker.terminate()).catch(() => {})
  }

  async function read(request: ReadRequest, outer: AbortSignal): Promise<ReadLine[][]> {
    outer.throwIfAborted()
    const signal = AbortSignal.any([outer, AbortSignal.timeout(deadline_ms)])
    loaded ??= startWorker(request.languages)
    try {
      return await unlessAborted(readImages(loaded, request), signal)
    } catch (cause) {
      // A worker that was cut short is still busy: the next request gets a fresh one.
      await stop()
      throw new Fault('recognition_failed', 'The built-in recogniser failed', cause)
    }
  }

  return {
    name: 'tesseract.js',
    version: readVersion(),
    recognise(request, signal) {
      const mine = turn.then(() => read(request, signal))
      turn = mine.catch(() => {})
      return mine
    },
    close: () => turn.then(stop),
  }
}

async function readImages(loading: Promise<Loaded>, request: ReadRequest): Promise<ReadLine[][]> {
  const loaded = await loading
  if (loaded.languages !== request.languages) {
    await loaded.worker.reinitialize(request.languages, OEM.LSTM_ONLY)
    loaded.languages = request.languages
  }
  await loaded.worker.setParameters({
    tessedit_pageseg_mode: request.layout === 'line' ? PSM.SINGLE_LINE : PSM.SINGLE_BLOCK,
    preserve_interword_spaces: '1',
    hocr_char_boxes: '1',
    tessedit_do_invert: '0',
  })
  const pages: ReadLine[][] = []
  for (const image of request.images) {
    const output = { hocr: true, text: false }
    const { data } = await loaded.worker.recognize(packTiff([image]), {}, output)
    pages.push(parseHocr(data.hocr ?? '')[0] ?? [])
  }
  return pages
}

async function startWorker(languages: ReadRequest['languages']): Promise<Loaded> {
  // The library looks for both models in one folder, and would otherwise ask a server for them.
  const folder = await mkdtemp(join(tmpdir(), 'faem-models-'))
  try {
    for (const language of ['tha', 'eng']) {
      const file = `${language}.traineddata.gz`
      await symlink(
        join(packageFolder(`@tesseract.js-data/${language}`), modelFolder, file),
        join(folder, file),
      )
    }
    const worker = await createWorker(['tha', 'eng'], OEM.LSTM_ONLY, {
      langPath: folder,
      cacheMethod: 'none',
      workerPath: join(packageFolder('tesseract.js'), 'src/worker-script/node/index.js'),
      corePath: packageFolder('tesseract.js-core'),
      // Without a handler the library throws outside any promise; every failure also rejects its call.
      errorHandler: () => {},
    })
    if (languages === 'tha') await worker.reinitialize('tha', OEM.LSTM_ONLY)
    return { worker, languages }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

function readVersion(): string {
  const { version } = require('tesseract.js/package.json')
  return String(version)
}
