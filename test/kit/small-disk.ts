import { spawnSync } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = AsyncDisposable & {
  folder: string
  /** Leaves no byte free. */
  fill(): Promise<void>
  free(): Promise<void>
}

/** A real disk of a few megabytes; null where this machine does not let us mount one. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'faem-small-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    await rm(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    async fill() {
      const file = await open(filler, 'w')
      try {
        for (const size of [64 * 1024, 1]) await writeUntilFull(file, Buffer.alloc(size))
      } finally {
        await file.close()
      }
    },
    free: () => rm(filler, { force: true }),
    async [Symbol.asyncDispose]() {
      spawnSync('umount', ['-l', folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function writeUntilFull(
  file: Awaited<ReturnType<typeof open>>,
  piece: Uint8Array,
): Promise<void> {
  for (;;) {
    try {
      await file.writeFile(piece)
    } catch (reason) {
      if (reason instanceof Error && 'code' in reason && reason.code === 'ENOSPC') return
      throw reason
    }
  }
}
