import { assert, Bug } from '#kernel'
import type { BlobStore } from '#platform/blobs'

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

/** Where what is made of one page lies: a page is named by its scan's digest and its place therein. */
export function derivedKey(
  folder: string,
  page: { sha256: string; pageIndex: number },
  ending: string,
): string {
  assert(/^[0-9a-f]{64}$/.test(page.sha256), 'a page names its scan by digest')
  return `${folder}/${page.sha256.slice(0, 2)}/${page.sha256}-${page.pageIndex}.${ending}`
}
