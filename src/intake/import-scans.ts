import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Refusal } from '#kernel'
import { idOf } from '#platform/digests'
import type { Context } from '#record'
import { limits } from './contract.ts'
import { type ReceiveBatch, type Received, receiveBatch } from './receive-batch.ts'
import { refusals } from './refusals.ts'

export type ImportScans = {
  readonly folder: string
  readonly officeId: string
  readonly source?: ReceiveBatch['source']
}

export type ImportWatch = {
  /** Heard after each stack; `batch` is the acknowledged one. */
  progress(state: { done: number; all: number; batch: Received | null }): void
  readonly signal: AbortSignal
}

export type ImportedScans = {
  readonly batches: number
  readonly received: number
  readonly duplicates: number
  readonly refused: readonly { name: string; code: string }[]
}

/** A folder that holds files, in order of their names. */
export type Stack = { readonly label: string; readonly files: readonly string[] }

/**
 * Receives a folder of scans: each folder that holds files is a stack. The source is never changed, and
 * receiving it again doubles nothing, since a stack is named by its content.
 */
export async function importScans(
  context: Context,
  { folder, officeId, source = 'folder' }: ImportScans,
  watch: ImportWatch,
): Promise<ImportedScans> {
  const stacks = await stacksIn(folder)
  const totals = { batches: 0, received: 0, duplicates: 0 }
  const refused: { name: string; code: string }[] = []
  let done = 0
  for (const { label, files } of stacks) {
    watch.signal.throwIfAborted()
    const stored = await storeFiles(context, { folder, files, refused })
    const batch =
      stored.length === 0
        ? null
        : await receiveStack(context, { label, officeId, source, scans: stored })
    if (batch !== null) {
      totals.batches += batch.received > 0 ? 1 : 0
      totals.received += batch.received
      totals.duplicates += batch.duplicates
    }
    done += 1
    watch.progress({ done, all: stacks.length, batch })
  }
  return { ...totals, refused }
}

async function receiveStack(
  context: Context,
  stack: Omit<ReceiveBatch, 'id'> & { label: string },
): Promise<Received> {
  const id = idOf('batch', stack.label, ...stack.scans.map(({ sha256 }) => sha256))
  return await receiveBatch(context, { id, ...stack })
}

/** Folders below `folder` that hold files, each cut at the most scans of a batch. */
export async function stacksIn(folder: string): Promise<Stack[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Refusal(refusals.folder_unreadable, { folder })
  })
  const byFolder = new Map<string, string[]>()
  for (const entry of entries) {
    const path = relative(folder, join(entry.parentPath, entry.name))
    if (!entry.isFile() || path.split('/').some((part) => part.startsWith('.'))) continue
    const label = relative(folder, entry.parentPath) || '.'
    byFolder.set(label, [...(byFolder.get(label) ?? []), path])
  }
  const labels = [...byFolder.keys()].sort()
  return labels.flatMap((label) => cut(label, (byFolder.get(label) ?? []).sort()))
}

function cut(label: string, files: readonly string[]): Stack[] {
  const most = limits.batch_scans_max
  const stacks = Array.from({ length: Math.ceil(files.length / most) }, (_, at) => ({
    label,
    files: files.slice(at * most, (at + 1) * most),
  }))
  return stacks
}

async function storeFiles(
  context: Context,
  {
    folder,
    files,
    refused,
  }: {
    folder: string
    files: readonly string[]
    refused: { name: string; code: string }[]
  },
): Promise<{ name: string; sha256: string }[]> {
  const stored = []
  for (const file of files) {
    try {
      const bytes_max = limits.scan_bytes_max
      const { size } = await stat(join(folder, file))
      if (size > bytes_max) throw new Refusal(refusals.scan_too_large, { bytes_max })
      const { sha256 } = await context.store.put(createReadStream(join(folder, file)), {
        bytes_max,
      })
      stored.push({ name: file.slice(file.lastIndexOf('/') + 1), sha256 })
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.kind.status >= 500) throw reason
      refused.push({ name: file, code: reason.code })
    }
  }
  return stored
}
