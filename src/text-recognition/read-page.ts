import { Fault, Refusal } from '#kernel'
import { type BlobStore, blobKey } from '#platform/blobs'
import type { Images } from '#platform/images'
import { asShown } from './as-shown.ts'
import type { EnginePool } from './engine-pool.ts'
import type { Engine } from './engines/engine.ts'
import { type PageImage, uprightOf } from './keep-once.ts'
import { readingKey, readOnce } from './kept-reading.ts'
import { recognisePage } from './recognise-page.ts'
import type { RecognisedPage } from './recognised-page.ts'
import { refusals } from './refusals.ts'

/** A page image in the store and how it is shown; whether it is filed does not matter. */
export type StoredImage = PageImage & { mediaType: string }

/** What reading a page image needs. */
export type ReadingPowers = {
  readonly context: { readonly store: BlobStore }
  readonly images: Images
  readonly derived: BlobStore
  readonly engine: EnginePool
}

/**
 * The reading of one stored page image. It is kept in the derived store under the same key as that of
 * a filed page, so a page that is read before its filing is not read again after it. Refusals are those
 * of #platform/images and `text-recognition.engine_failed`: what the page does wrong.
 */
export async function readingOf(
  powers: ReadingPowers,
  page: StoredImage,
  signal: AbortSignal,
): Promise<RecognisedPage> {
  return await powers.engine.lend((engine) => readWith(engine, { powers, page, signal }))
}

export type ReadingTask = {
  powers: Omit<ReadingPowers, 'engine'>
  page: PageImage
  signal: AbortSignal
}

/** The kept reading by this engine, made if there is none. */
export async function readWith(engine: Engine, task: ReadingTask): Promise<RecognisedPage> {
  const { powers, page } = task
  return await readOnce(powers.derived, readingKey(engine, page), () => recognise(engine, task))
}

/**
 * Turned as it is shown, so that the engine sees upright writing; what is straightened besides is done
 * to the boxes alone, since the clean-up straightens by itself and each bending blurs. Always from the picture: PDFium reads the Thai of many born-digital files wrongly, and a wrong text
 * layer would be believed.
 */
export async function recognise(
  engine: Engine,
  { powers, page, signal }: ReadingTask,
): Promise<RecognisedPage> {
  const source = await powers.context.store.path(blobKey(page.sha256))
  const { turn, straighten } = uprightOf(page)
  const raw = await powers.images.decodePage(source, page.pageIndex, {
    colour: true,
    upright: { turn, straighten: 0 },
  })
  // 72 is what writers put who do not know; the clean-up then judges by the size of the page.
  const pixels = { ...raw, dpi: raw.dpi ?? 72 }
  const attempt = async () => asShown(await recognisePage(pixels, { engine, signal }), straighten)
  try {
    return await attempt()
  } catch (thrown) {
    if (signal.aborted || !isEngineFault(thrown)) throw thrown
  }
  // Once may be the world's fault (the system short of memory); twice is the page's.
  return await attempt().catch((thrown: unknown) => {
    if (signal.aborted || !isEngineFault(thrown)) throw thrown
    throw new Refusal(refusals.engine_failed, { sha256: page.sha256, page: page.pageIndex + 1 })
  })
}

function isEngineFault(thrown: unknown): boolean {
  return thrown instanceof Fault && thrown.code.startsWith('recognition_')
}
