import { assert, Bug } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import type { Upright } from '#platform/images'

/** A picture of a scan, and how it is shown; as it was scanned unless said. */
export type PageImage = { sha256: string; pageIndex: number } & Partial<Upright>

export function uprightOf({ turn = 0, straighten = 0 }: PageImage): Upright {
  return { turn, straighten }
}

/**
 * The bytes kept under `key`, made and kept if there are none. Of two who make them at once the first
 * to write wins and both get its bytes: another run of the same recipe may differ, in its time taken.
 */
export async function keepOnce(
  derived: BlobStore,
  key: string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const kept = await derived.read(key)
  if (kept !== null) return kept
  const made = await make()
  try {
    await derived.write(key, made)
    return made
  } catch (thrown) {
    const theirs = thrown instanceof Bug ? await derived.read(key) : null
    if (theirs === null) throw thrown
    return theirs
  }
}

/**
 * Where what is made of one page lies: a page is named by its scan's digest and its place therein, and by
 * its turn and straightening where it has any.
 */
export function derivedKey(folder: string, page: PageImage, ending: string): string {
  const { sha256, pageIndex } = page
  assert(/^[0-9a-f]{64}$/.test(sha256), 'a page names its scan by digest')
  const { turn, straighten } = uprightOf(page)
  const shown = turn === 0 && straighten === 0 ? '' : `-turn${turn}${signed(straighten)}`
  return `${folder}/${sha256.slice(0, 2)}/${sha256}-${pageIndex}${shown}.${ending}`
}

function signed(degrees: number): string {
  return `${degrees < 0 ? '-' : '+'}${Math.abs(degrees)}`
}
