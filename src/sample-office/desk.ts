import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PlannedDocument } from './document-plan.ts'
import type { EmployerFacts } from './employer-facts.ts'
import type { Machines } from './produce.ts'
import type { Seed } from './random.ts'
import type { OddTruth, PageTruth } from './truth.ts'

export type Progress = { files: number; pages: number; file: string }

/** Where files go, and what is known of them so far. */
export type Desk = {
  machines: Machines
  seed: Seed
  pages: PageTruth[]
  odd: OddTruth[]
  /** Writes a file once more under another name. */
  copy(from: string, to: string): Promise<void>
  /** Writes one file below the folder, and takes down what its pages hold. */
  put(file: string, bytes: Uint8Array, truths?: readonly PageTruth[]): Promise<void>
}

export type FileToMake = { facts: EmployerFacts; documents: readonly PlannedDocument[] }

export type DeskSetUp = {
  folder: string
  seed: Seed
  machines: Machines
  progress?: ((done: Progress) => void) | undefined
}

export function aDesk({ folder, seed, machines, progress }: DeskSetUp): Desk {
  const pages: PageTruth[] = []
  const odd: OddTruth[] = []
  let files = 0
  const write = async (file: string, bytes: Uint8Array) => {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    files += 1
  }
  return {
    machines,
    seed,
    pages,
    odd,
    async put(file, bytes, truths = []) {
      await write(file, bytes)
      pages.push(...truths.map((truth, page) => ({ ...truth, file, page })))
      progress?.({ files, pages: pages.length, file })
    },
    async copy(from, to) {
      await write(to, await readFile(join(folder, from)))
      progress?.({ files, pages: pages.length, file: to })
    },
  }
}
