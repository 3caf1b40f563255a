import type { Sharp } from 'sharp'
import type { ImageKind, PageFacts, PageText } from './page.ts'

/** A file opened for reading pages; every limit that needs no pixels has been checked. */
export type Scan = {
  kind: ImageKind
  pageCount: number
  facts(index: number): Promise<PageFacts>
  /** The page turned upright as the file asks. A PDF is drawn at `dpi`, others come as they are. */
  pixels(index: number, dpi?: number): Promise<Sharp>
  /** Refuses a page whose pictures cannot be decoded to their end, where drawing would not tell. */
  checkPictures(index: number): Promise<void>
  text(index: number): PageText | null
  close(): void
}
