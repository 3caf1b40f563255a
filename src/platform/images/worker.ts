import sharp from 'sharp'
import { createPageReader, type PageReader } from './page-reader.ts'

type Step = keyof PageReader

/** One call of a `PageReader`: the name of its function and what it is given. */
export type Request = { [S in Step]: { step: S; of: Parameters<PageReader[S]>[0] } }[Step]

/** The module that sandbox children run. */
export function createAnswer(): (request: Request) => Promise<unknown> {
  allowOnlyOurFormats()
  const reader = createPageReader()
  return ({ step, of }) => {
    // `of` belongs to `step` by the type of Request; the compiler does not follow the pair.
    const read = reader[step] as (of: unknown) => Promise<unknown>
    return read(of)
  }
}

/**
 * Switches every other decoder off: some of them (SVG, ImageMagick) reach for files and network.
 * It holds for the whole process, which is why it is done in the child and not in the reader.
 */
function allowOnlyOurFormats(): void {
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadTiff', 'VipsForeignLoadJpeg', 'VipsForeignLoadPng'],
  })
}
