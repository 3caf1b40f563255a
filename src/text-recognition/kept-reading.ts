import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { BlobStore } from '#platform/blobs'
import type { ReadTables } from '#platform/postgres'
import { cleanUp } from './clean-up/clean-page.ts'
import type { Engine } from './engines/engine.ts'
import { derivedKey, keepOnce, type PageImage } from './keep-once.ts'
import { type RecognisedLine, RecognisedPage } from './recognised-page.ts'
import { findReading } from './store.ts'
import type { TextRecognitionTables } from './tables.ts'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** A page of 1,500 characters is 100 kB of JSON; what unpacks to more than this was not written here. */
const limits = { reading_bytes_max: 64 * 1024 ** 2 }

/** Engine, its version and ours are in the name, so that a better recipe never meets an older reading. */
export function readingKey(engine: Pick<Engine, 'name' | 'version'>, page: PageImage): string {
  return derivedKey(readingFolder(engine), page, 'json.gz')
}

/** Where all readings by this engine and recipe lie. */
export function readingFolder(engine: Pick<Engine, 'name' | 'version'>): string {
  return `reading/${engine.name}-${engine.version}-${cleanUp.version}`
}

/** A reading from the derived store; null when it is not there (and can be made again). */
export async function recognisedPage(
  derived: BlobStore,
  key: string,
): Promise<RecognisedPage | null> {
  const bytes = await derived.read(key)
  return bytes === null ? null : await unpackReading(bytes)
}

/** The lines of a page that has been read and whose reading is still kept; else null. */
export async function readingLines(
  { read, derived }: { read: ReadTables<TextRecognitionTables>; derived: BlobStore },
  pageId: string,
): Promise<RecognisedLine[] | null> {
  const row = await findReading(read, pageId)
  const reading = row?.derivedKey ? await recognisedPage(derived, row.derivedKey) : null
  return reading?.lines ?? null
}

/** The kept reading of this key, made by `read` only if there is none. */
export async function readOnce(
  derived: BlobStore,
  key: string,
  read: () => Promise<RecognisedPage>,
): Promise<RecognisedPage> {
  const bytes = await keepOnce(derived, key, async () => pack(JSON.stringify(await read())))
  return await unpackReading(bytes)
}

async function unpackReading(bytes: Uint8Array): Promise<RecognisedPage> {
  const text = await unpack(bytes, { maxOutputLength: limits.reading_bytes_max })
  return RecognisedPage.parse(JSON.parse(text.toString('utf8')))
}
