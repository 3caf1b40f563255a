import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { assert, Fault, Refusal } from '#kernel'
import { type BlobFact, type BlobPromise, type BlobStore, blobKey, refusals } from './blobs.ts'

/** Opens a store in a folder on one machine. Order of each write: temp, sync, rename, sync folder. */
export async function openFolderStore(root: string): Promise<BlobStore> {
  await makeFolder(join(root, 'tmp'))
  const state = { suspect: false }
  const writer = { root, state }
  return {
    put: (source, promise) => onDisk(() => putBlob(writer, source, promise)),
    write: (key, bytes) => onDisk(() => writeKey(writer, key, bytes)),
    read: (key) => readOrNull(join(root, key)),
    stream: (key) => createReadStream(join(root, key)),
    size: (key) => sizeOrNull(join(root, key)),
    list: (prefix) => listKeys(root, prefix),
    path: async (key) => join(root, key),
  }
}

/** Moves what a crash left half-written out of `tmp/`, so that a person can look at it. */
export async function sweepUnfinished(root: string, quarantine: string): Promise<number> {
  const left = await readdir(join(root, 'tmp'))
  if (left.length === 0) return 0
  await makeFolder(quarantine)
  for (const name of left) await rename(join(root, 'tmp', name), join(quarantine, name))
  return left.length
}

const noRoom = new Set(['ENOSPC', 'EDQUOT'])

/** A full disk is the world's trouble and has a name; what was half-written is gone, and nothing is promised. */
async function onDisk<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!noRoom.has(code)) throw cause
    throw new Fault('platform.disk_full', 'The disk has no room left', cause)
  }
}

type Writer = { root: string; state: { suspect: boolean } }

async function putBlob(
  writer: Writer,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  promise: BlobPromise,
): Promise<BlobFact> {
  const temporary = temporaryPath(writer)
  try {
    const fact = await writeHashing({ writer, temporary, source, promise })
    const target = join(writer.root, blobKey(fact.sha256))
    const present = await sizeOrNull(target)
    if (present === null) await settle(writer, temporary, target)
    else assert(present === fact.bytes, `blob ${fact.sha256} has the length of its bytes`)
    return fact
  } finally {
    await rm(temporary, { force: true })
  }
}

async function writeHashing(job: {
  writer: Writer
  temporary: string
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  promise: BlobPromise
}): Promise<BlobFact> {
  const { writer, temporary, source, promise } = job
  refuseWhenSuspect(writer)
  const sha256 = createHash('sha256')
  const sha512 = createHash('sha512')
  let bytes = 0
  const file = await open(temporary, 'wx', 0o440)
  try {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > promise.bytes_max) {
        throw new Refusal(refusals.blob_too_large, { bytes_max: promise.bytes_max })
      }
      sha256.update(chunk)
      sha512.update(chunk)
      await file.writeFile(chunk)
    }
    const fact = { sha256: sha256.digest('hex'), sha512: sha512.digest('hex'), bytes }
    if (promise.sha256 !== undefined && promise.sha256 !== fact.sha256) {
      throw new Refusal(refusals.blob_digest_differs, { announced: promise.sha256, ...fact })
    }
    await sync(writer, () => file.datasync())
    return fact
  } finally {
    await file.close()
  }
}

async function writeKey(writer: Writer, key: string, bytes: Uint8Array): Promise<void> {
  refuseWhenSuspect(writer)
  const target = join(writer.root, key)
  const present = await readOrNull(target)
  if (present !== null) {
    assert(present.equals(bytes), `the key ${key} is written once`)
    return
  }
  const temporary = temporaryPath(writer)
  try {
    const file = await open(temporary, 'wx', 0o440)
    try {
      await file.writeFile(bytes)
      await sync(writer, () => file.datasync())
    } finally {
      await file.close()
    }
    await settle(writer, temporary, target)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function settle(writer: Writer, temporary: string, target: string): Promise<void> {
  const folder = dirname(target)
  await makeFolder(folder)
  await rename(temporary, target)
  await sync(writer, () => syncFolder(folder))
}

/**
 * A failed sync is final: the kernel may have dropped the page and report success the next time, so the
 * store takes nothing more until the process has started again and looked at what is there.
 */
async function sync(writer: Writer, force: () => Promise<void>): Promise<void> {
  try {
    await force()
  } catch (cause) {
    writer.state.suspect = true
    throw new Fault('platform.sync_failed', 'The disk did not confirm a write', cause)
  }
}

function refuseWhenSuspect(writer: Writer): void {
  if (writer.state.suspect) throw new Refusal(refusals.store_suspect)
}

/** Makes a folder and every missing parent, each one's entry forced to disk. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o750 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made))
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle: FileHandle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function temporaryPath(writer: Writer): string {
  return join(writer.root, 'tmp', randomBytes(12).toString('hex'))
}

async function readOrNull(path: string): Promise<Buffer | null> {
  return await readFile(path).catch(absentAsNull)
}

async function sizeOrNull(path: string): Promise<number | null> {
  const found = await stat(path).catch(absentAsNull)
  return found === null ? null : found.size
}

function absentAsNull(cause: NodeJS.ErrnoException): null {
  if (cause.code === 'ENOENT') return null
  throw new Fault('platform.store_unreadable', 'The store could not be read', cause)
}

async function* listKeys(root: string, prefix: string): AsyncIterable<string> {
  const entries = await readdir(join(root, prefix), { withFileTypes: true }).catch(absentAsNull)
  if (entries === null) return
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const key = `${prefix}/${entry.name}`
    if (entry.isDirectory()) yield* listKeys(root, key)
    else yield key
  }
}
