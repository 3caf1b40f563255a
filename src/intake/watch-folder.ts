import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '#platform/log'
import type { Context } from '#record'
import { readStack, receiveStack, type Stack, stacksIn } from './import-scans.ts'

export type Watching = { readonly folder: string; readonly officeId: string; readonly log: Log }

/**
 * Receives what a scanner puts into a folder, looking every `settle_ms`. Sources stay where they are; the
 * same bytes are never received twice. Polling, so that network shares work too.
 */
export async function watchFolder(
  context: Context,
  { settle_ms, signal, ...watching }: Watching & { settle_ms: number; signal: AbortSignal },
): Promise<void> {
  const look = folderWatch(context, watching)
  while (!signal.aborted) {
    await look(signal)
    await delay(settle_ms, undefined, { signal }).catch(() => undefined)
  }
}

/** Size and time of each file that has bytes. */
type States = ReadonlyMap<string, string>

/**
 * One look at the folder for each call. A file that lies there by itself is taken when it has not changed
 * since the look before; a folder below is one stack, and is taken when none of its files has.
 */
export function folderWatch(
  context: Context,
  { folder, officeId, log }: Watching,
): (signal: AbortSignal) => Promise<void> {
  let seen: States = new Map()
  const taken = new Map<string, string>()
  let told: ReadonlySet<string> = new Set()

  async function lookAt(signal: AbortSignal, complain: (reason: unknown) => void) {
    const stacks = (await stacksIn(folder)).flatMap(apartInTheFolderItself)
    const before = seen
    const files = stacks.flatMap((stack) => stack.files)
    const now = await statesOf(folder, files)
    seen = now
    for (const file of taken.keys()) if (!now.has(file)) taken.delete(file)
    const isSteady = (file: string) => now.has(file) && now.get(file) === before.get(file)
    const isNew = (file: string) => now.get(file) !== taken.get(file)
    let received = 0
    for (const stack of stacks) {
      if (signal.aborted) break
      if (!stack.files.every(isSteady) || !stack.files.some(isNew)) continue
      try {
        received += await take(stack, now)
      } catch (reason) {
        complain(reason)
      }
    }
    return received
  }

  async function take(stack: Stack, now: States): Promise<number> {
    const { scans, refused } = await readStack(context, { folder, stack })
    const after = await statesOf(folder, stack.files)
    // The scanner went on writing while it was read: the next looks will see it come to rest.
    if (stack.files.some((file) => after.get(file) !== now.get(file))) return 0
    const source = 'watched-folder'
    const batch = await receiveStack(context, { label: stack.label, officeId, source, scans })
    for (const file of stack.files) taken.set(file, now.get(file) ?? '')
    for (const { code } of refused) log.warn(`A file in the watched folder may not enter: ${code}`)
    return batch?.received ?? 0
  }

  return async (signal) => {
    const complaints = new Set<string>()
    const complain = (reason: unknown) => {
      const complaint = String(reason)
      // A folder on a network share comes and goes; every look tries again, and it is said once.
      if (!signal.aborted && !told.has(complaint)) {
        log.warn(`The watched folder could not be received: ${complaint}`)
      }
      complaints.add(complaint)
    }
    try {
      const received = await lookAt(signal, complain)
      if (received > 0) log.say(`${received} scans came in from the watched folder.`)
    } catch (reason) {
      complain(reason)
    }
    told = complaints
  }
}

/** Files side by side in the watched folder belong to nobody's stack: each is received by itself. */
function apartInTheFolderItself(stack: Stack): Stack[] {
  const { label, files } = stack
  return label === '.' ? files.map((file) => ({ label, files: [file] })) : [stack]
}

async function statesOf(folder: string, files: readonly string[]): Promise<States> {
  const states = new Map<string, string>()
  for (const file of files) {
    // A file that was taken away meanwhile has no state, like one that has no bytes yet.
    const found = await stat(join(folder, file)).catch(() => null)
    if (found !== null && found.size > 0) states.set(file, `${found.size} ${found.mtimeMs}`)
  }
  return states
}
