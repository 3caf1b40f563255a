import type { missingBlobs, receiveBatch } from '#intake/contract'
import { answerOf, ask } from '../api/ask.ts'
import { eachAtOnce, inParts, limits } from './plan-upload.ts'

export type Chosen = { file: File; name: string; path: string; size: number }
export type Step =
  | { step: 'hashing' | 'sending'; done: number; total: number }
  | { step: 'asking' | 'receiving' }

type Storing = {
  files: readonly Chosen[]
  signal: AbortSignal
  progress: (step: Step) => void
}

type Order = Storing & {
  label: string
  /** One id a part of the batch, kept when sending goes on after a break. */
  ids: (part: number) => string
}

/**
 * Sends a stack of scans: digests, the bytes the store lacks (three at a time), then the batch.
 * Sent again after a break it goes on where it stopped, because only missing bytes travel.
 */
export async function sendBatch(order: Order): Promise<{ received: number; duplicates: number }> {
  const { label, ids, signal, progress } = order
  const scans = await storeScans(order)
  progress({ step: 'receiving' })
  const total = { received: 0, duplicates: 0 }
  for (const [at, part] of inParts(scans, limits.batch_scans_max).entries()) {
    const body = { id: ids(at), label, scans: part }
    const answer = await ask<typeof receiveBatch>('POST', '/batches', { body, signal })
    total.received += answer.received
    total.duplicates += answer.duplicates
  }
  return total
}

/** Digests the files and sends the bytes that the store lacks; gives each file's path and digest, in order. */
export async function storeScans(order: Storing): Promise<{ name: string; sha256: string }[]> {
  const { files, signal, progress } = order
  const digests = await digestAll(order)
  progress({ step: 'asking' })
  const missing = new Set<string>()
  for (const part of inParts([...new Set(digests)], limits.batch_scans_max)) {
    const body = { sha256s: part }
    const answer = await ask<typeof missingBlobs>('POST', '/blobs/missing', { body, signal })
    for (const sha256 of answer.missing) missing.add(sha256)
  }
  await putMissing(order, digests, missing)
  return files.map(({ path }, at) => ({ name: path, sha256: digests[at] ?? '' }))
}

async function digestAll({ files, signal, progress }: Storing): Promise<string[]> {
  const digests: string[] = []
  for (const { file } of files) {
    signal.throwIfAborted()
    progress({ step: 'hashing', done: digests.length, total: files.length })
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    digests.push(hex(new Uint8Array(digest)))
  }
  return digests
}

async function putMissing(order: Storing, digests: readonly string[], missing: Set<string>) {
  const { files, signal, progress } = order
  const wanted = new Map<string, File>()
  for (const [at, { file }] of files.entries()) {
    const sha256 = digests[at]
    if (sha256 !== undefined && missing.has(sha256)) wanted.set(sha256, file)
  }
  let done = 0
  progress({ step: 'sending', done, total: wanted.size })
  await eachAtOnce([...wanted], limits.uploads_max, async ([sha256, file]) => {
    const headers = { 'content-type': 'application/octet-stream' }
    const init = { method: 'PUT', body: file, headers, signal, credentials: 'same-origin' } as const
    await answerOf(await fetch(`/api/blobs/${sha256}`, init))
    done += 1
    progress({ step: 'sending', done, total: wanted.size })
  })
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
