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
  readonly refused: readonly RefusedFile[]
}

/** A folder that holds files, in order of their names. */
export type Stack = { readonly label: string; readonly files: readonly string[] }

/**
 * Receives a folder of scans: each folder that holds files is a stack. The source is never changed, and
 * receiving it again doubles nothing, since a stack is named by its content.
 */
export async function importScans(
  context: Context,
  { folder, officeId }: ImportScans,
  watch: ImportWatch,
): Promise<ImportedScans> {
  const stacks = await stacksIn(folder)
  const totals = { batches: 0, received: 0, duplicates: 0 }
  const refused: RefusedFile[] = []
  let done = 0
  for (const stack of stacks) {
    watch.signal.throwIfAborted()
    const read = await readStack(context, { folder, stack })
    refused.push(...read.refused)
    const { label } = stack
    const { scans } = read
    const batch = await receiveStack(context, { label, officeId, source: 'folder', scans })
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

/** Receives a stack under the id that its content gives it; null where no scan may enter. */
export async function receiveStack(
  context: Context,
  stack: Omit<ReceiveBatch, 'id'>,
): Promise<Received | null> {
  if (stack.scans.length === 0) return null
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

type RefusedFile = { name: string; code: string }

/** Stores the bytes of a stack's files; a file that may not enter is named, and the others go on. */
export async function readStack(
  context: Context,
  { folder, stack }: { folder: string; stack: Stack },
): Promise<{ scans: { name: string; sha256: string }[]; refused: RefusedFile[] }> {
  const scans = []
  const refused: RefusedFile[] = []
  for (const file of stack.files) {
    try {
      const bytes_max = limits.scan_bytes_max
      const { size } = await stat(join(folder, file))
      if (size > bytes_max) throw new Refusal(refusals.scan_too_large, { bytes_max })
      const source = createReadStream(join(folder, file))
      const { sha256 } = await context.store.put(source, { bytes_max })
      scans.push({ name: file.slice(file.lastIndexOf('/') + 1), sha256 })
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.kind.status >= 500) throw reason
      refused.push({ name: file, code: reason.code })
    }
  }
  return { scans, refused }
}
