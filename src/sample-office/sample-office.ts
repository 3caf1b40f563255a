import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aDesk, type Desk, type FileToMake, type Progress } from './desk.ts'
import { planDocuments } from './document-plan.ts'
import { factsOf } from './employer-facts.ts'
import { type Employer, employerSource } from './employers.ts'
import { writeByFolder, writeInOneFile, writePageByPage } from './intake-ways.ts'
import { writeOddFiles } from './odd-files.ts'
import { type Seed, seededRandom } from './random.ts'
import { writeEmployers } from './register.ts'
import { startScanner } from './scan-looks.ts'
import type { SampleTruth } from './truth.ts'
import { startTypesetter } from './typesetting.ts'

export type WriteSampleOffice = {
  /** Made if absent; files of the same names are overwritten. */
  folder: string
  /** Employers with papers. From 4 on there are papers in all three ways. Default 12. */
  files?: number
  /** Default 1. */
  seed?: Seed
  /** The most pages of one employer's papers, cover sheets not counted. At least 3. Default 4. */
  pagesPerFile?: number
  /** Further employers in the register, without papers. Default 300. */
  withoutPapers?: number
  /** Called after each file written. */
  progress?: (done: Progress) => void
}

export type WrittenSampleOffice = SampleTruth & { employers: readonly Employer[]; files: number }

/**
 * Writes a sample office: `register.csv`, `papers/` in the three ways that intake recognizes and with
 * some files that must not be filed, and `truth/pages.json`, `truth/odd.json`.
 */
export async function writeSampleOffice(options: WriteSampleOffice): Promise<WrittenSampleOffice> {
  const { folder, files = 12, seed = 1, pagesPerFile = 4, withoutPapers = 300 } = options
  const source = employerSource(seed, 'pilot')
  const employers = Array.from({ length: files + withoutPapers }, (_, index) => source(index))
  await mkdir(folder, { recursive: true })
  await writeEmployers(join(folder, 'register.csv'), employers)

  using scanner = await startScanner()
  const machines = { typesetter: startTypesetter(), scanner }
  const desk = aDesk({ folder, seed, machines, progress: options.progress })
  const toMake = employers.slice(0, files).map((employer, turn): FileToMake => {
    const facts = factsOf(employer)
    const random = seededRandom(`${seed}/plan/${turn}`)
    const documents = planDocuments(facts, { pages: pagesPerFile, turn: turn * 2 }, random)
    return { facts, documents }
  })
  await writeWays(desk, toMake)
  await writeOddFiles(desk, toMake)

  desk.pages.sort((one, other) => inOrder(one.file, other.file) || one.page - other.page)
  await writeTruth(folder, 'pages', desk.pages)
  await writeTruth(folder, 'odd', desk.odd)
  return {
    pages: desk.pages,
    odd: desk.odd,
    employers,
    files: new Set(desk.pages.map((page) => page.file)).size,
  }
}

/** Most employers by folder, a few by cover sheets between single pages, two in one file each. */
async function writeWays(desk: Desk, toMake: readonly FileToMake[]): Promise<void> {
  const ends = 2 + Math.max(1, Math.floor(toMake.length / 8))
  const inOneFile = toMake.slice(0, 2)
  const pageByPage = toMake.slice(2, ends)
  const byFolder = toMake.slice(ends)
  // Two at a time: one is drawn while libvips writes the other in its own threads.
  const lanes = [0, 1].map(async (lane) => {
    for (const [turn, file] of byFolder.entries()) {
      if (turn % 2 === lane) await writeByFolder(desk, file, turn * 2)
    }
  })
  await Promise.all(lanes)
  await writePageByPage(desk, pageByPage)
  await writeInOneFile(desk, inOneFile.slice(0, 1), 'tiff-g4')
  await writeInOneFile(desk, inOneFile.slice(1), 'pdf')
}

async function writeTruth(folder: string, name: string, truth: readonly unknown[]): Promise<void> {
  await mkdir(join(folder, 'truth'), { recursive: true })
  await writeFile(join(folder, 'truth', `${name}.json`), `${JSON.stringify(truth, null, 1)}\n`)
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
