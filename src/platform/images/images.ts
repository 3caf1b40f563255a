import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Fault, Refusal } from '#kernel'
import { createSandbox, sandboxRefusals } from '#platform/sandbox'
import { limits } from './limits.ts'
import type { Box, PageText, PageVerdict, RawPage, Rendition, ScanVerdict } from './page.ts'
import type { PageReader } from './page-reader.ts'
import { refusals } from './refusals.ts'
import { type DecodeOptions, type Look, type StripOptions, view } from './render.ts'
import type { Upright } from './upright.ts'
import type { Request } from './worker.ts'

/** A path of a file that does not change, or its bytes. */
export type ImageSource = string | Uint8Array

export type ImagesOptions = {
  children: number
  /** For bytes that came without a path; each file is removed after its request. */
  tempDir: string
}

/**
 * Reads images and PDF in sandbox children. Every function throws `platform.image_…` or
 * `platform.sandbox_deadline`/`_memory` refusals for what the file does, a Fault for our own trouble.
 */
export type Images = {
  /** Decodes every page to its end and judges it. */
  examine(source: ImageSource, signal?: AbortSignal): Promise<ScanVerdict>
  renderPage(source: ImageSource, index: number, look?: Partial<Look>): Promise<Rendition>
  /** View (1,240 px) and thumbnail (180 px) from one decoding. */
  renderViews(
    source: ImageSource,
    index: number,
    upright?: Upright,
  ): Promise<{ view: Rendition; thumbnail: Rendition }>
  decodePage(source: ImageSource, index: number, options?: DecodeOptions): Promise<RawPage>
  cropStrip(
    source: ImageSource,
    index: number,
    options: StripOptions & { box: Box },
  ): Promise<Rendition>
  /** Null when the page is a scan, has no text, or has text that is not sound. */
  pageText(source: ImageSource, index: number): Promise<PageText | null>
  close(): Promise<void>
}

type Step = keyof PageReader
type ReplyOf<S extends Step> = Awaited<ReturnType<PageReader[S]>>
type Call<S extends Step> = { step: S; of: Parameters<PageReader[S]>[0] }

export function createImages({ children, tempDir }: ImagesOptions): Images {
  const sandbox = createSandbox<Request, unknown>({
    module: new URL('./worker.ts', import.meta.url),
    children,
    deadline_ms: limits.request_ms_max,
    memory_bytes_max: limits.child_memory_bytes_max,
  })

  async function read<S extends Step>(call: Call<S>, signal?: AbortSignal): Promise<ReplyOf<S>> {
    // A call is one of the requests, and its reply is of the same step: worker.ts keeps the pair.
    const request = call as unknown as Request
    const attempt = () => sandbox.run(request, signal) as Promise<ReplyOf<S>>
    try {
      return await attempt()
    } catch (thrown) {
      if (!isCrash(thrown)) throw thrown
    }
    // Once may be the world's fault (the system short of memory); twice is the file's.
    return attempt().catch((thrown) => {
      if (!isCrash(thrown)) throw thrown
      throw new Refusal(refusals.image_undecodable, { because: 'the reader crashed' })
    })
  }

  async function onDisk<T>(source: ImageSource, use: (path: string) => Promise<T>): Promise<T> {
    if (typeof source === 'string') return use(source)
    if (source.length > limits.file_bytes_max) {
      throw new Refusal(refusals.image_too_large, { bytes: source.length })
    }
    const path = join(tempDir, `image-${randomUUID()}`)
    await mkdir(tempDir, { recursive: true })
    try {
      await writeFile(path, source, { mode: 0o600 })
      return await use(path)
    } finally {
      await rm(path, { force: true })
    }
  }

  async function examine(path: string, signal?: AbortSignal): Promise<ScanVerdict> {
    const end = performance.now() + limits.examine_ms_max
    const { kind, pageCount } = await read({ step: 'inspect', of: { path } }, signal)
    const pages: PageVerdict[] = []
    for (let index = 0; index < pageCount; index += 1) {
      if (performance.now() > end) throw new Refusal(sandboxRefusals.sandbox_deadline)
      pages.push(await read({ step: 'examinePage', of: { path, index } }, signal))
    }
    return { kind, pages }
  }

  return {
    examine: (source, signal) => onDisk(source, (path) => examine(path, signal)),
    renderPage: (source, index, look) =>
      onDisk(source, (path) => read({ step: 'renderPage', of: { path, index, ...view, ...look } })),
    renderViews: (source, index, upright) =>
      onDisk(source, (path) => read({ step: 'renderViews', of: { path, index, upright } })),
    decodePage: (source, index, options) =>
      onDisk(source, (path) => read({ step: 'decodePage', of: { path, index, ...options } })),
    cropStrip: (source, index, options) =>
      onDisk(source, (path) => read({ step: 'cropStrip', of: { path, index, ...options } })),
    pageText: (source, index) =>
      onDisk(source, (path) => read({ step: 'pageText', of: { path, index } })),
    close: () => sandbox.close(),
  }
}

function isCrash(thrown: unknown): boolean {
  return thrown instanceof Fault && thrown.code === 'platform.sandbox_crashed'
}
