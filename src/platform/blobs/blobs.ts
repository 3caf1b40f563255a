import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('platform', {
  blob_digest_differs: { status: 422, title: 'The bytes received are not the bytes announced' },
  blob_too_large: { status: 413, title: 'The bytes are more than the limit allows' },
  store_suspect: {
    status: 503,
    title: 'The store failed to force bytes to disk and takes no more',
  },
})

/** What a blob is known by: two digests, so that a hash algorithm can be replaced in time. */
export type BlobFact = { readonly sha256: string; readonly sha512: string; readonly bytes: number }

export type BlobPromise = {
  /** The digest announced by the sender; other bytes are refused and nothing is kept. */
  readonly sha256?: string
  readonly bytes_max: number
}

/**
 * A write-once store: every key is written once, and what `put` or `write` answered is on disk.
 * Folder and object storage export the same names and pass the same conformance suite.
 */
export type BlobStore = {
  /** Keeps the bytes under their own SHA-256, durably; bytes already there are proved equal in length. */
  put(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    promise: BlobPromise,
  ): Promise<BlobFact>
  /** Keeps small text under a key of the layout, durably. Other bytes under the same key are a bug. */
  write(key: string, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Buffer | null>
  stream(key: string): AsyncIterable<Uint8Array>
  /** Size in bytes, null when absent. */
  size(key: string): Promise<number | null>
  /** Keys below a prefix folder in byte order. */
  list(prefix: string): AsyncIterable<string>
  /** A readable file on this machine, for a child process that decodes it. Never written to. */
  path(key: string): Promise<string>
}

export function blobKey(sha256: string): string {
  return `blob/sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
}
