import { type CoverCode, type DocumentsTables, findType, readCoverCode } from '#documents'
import { type EmployersTables, employerExists } from '#employers'
import type { PaperDate } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { waitingReasons } from './contract.ts'
import type { ScanToPlace } from './examinations.ts'
import { readName } from './read-name.ts'
import type { ExaminedPage } from './tables.ts'

type Read = ReadTables<EmployersTables & DocumentsTables>
type WaitingReason = (typeof waitingReasons)[number]

export type PageOfScan = { scan: ScanToPlace; pageIndex: number }

export type Destination = {
  accountNo: string
  branchNo: string
  type: string
  /** Null for the section of the type. */
  section: string | null
  dated: PaperDate | null
}

/** Pages that belong to one paper, with what is known of where it goes. */
export type Paper = {
  /** The scan of the cover sheet in front, which goes where its paper goes. */
  coverScanId: string | null
  pages: PageOfScan[]
  destination: Destination | { wait: WaitingReason; facts: Record<string, unknown> }
}

/** A cover sheet in force, and whether it leads the files behind its own too. */
type Leading = { cover: CoverCode; scanId: string; standsAlone: boolean }

/**
 * Cuts the stack at cover sheets; without one in front, each file is a paper of its own. A cover that is
 * alone in its file leads the files behind it; one among other pages leads these only, so that what a
 * copier put into the next file is never taken for the end of the last paper.
 */
export async function papersOf(
  read: Read,
  { label, scans }: { label: string; scans: readonly ScanToPlace[] },
): Promise<Paper[]> {
  const papers: Paper[] = []
  let leading: Leading | null = null
  let cut = true
  for (const scan of scans) {
    if (leading?.standsAlone !== true) {
      leading = null
      cut = true
    }
    for (const [pageIndex, page] of scan.pages.entries()) {
      const cover = coverOn(page)
      if (cover !== null) {
        leading = { cover, scanId: scan.scanId, standsAlone: scan.pages.every(isCoverOrBlank) }
        cut = true
        continue
      }
      const last = papers.at(-1)
      if (!cut && last) last.pages.push({ scan, pageIndex })
      else {
        const destination = await destinationOf(read, {
          label,
          scan,
          cover: leading?.cover ?? null,
        })
        const coverScanId = leading?.scanId ?? null
        papers.push({ coverScanId, destination, pages: [{ scan, pageIndex }] })
      }
      cut = false
    }
  }
  return papers
}

export function coverOn({ codes }: ExaminedPage): CoverCode | null {
  for (const text of codes) {
    const code = readCoverCode(text)
    if (code !== null) return code
  }
  return null
}

/** The back of a cover sheet comes along where both sides are scanned. */
function isCoverOrBlank(page: ExaminedPage): boolean {
  return page.blank || coverOn(page) !== null
}

async function destinationOf(
  read: Read,
  { label, scan, cover }: { label: string; scan: ScanToPlace; cover: CoverCode | null },
): Promise<Paper['destination']> {
  const clues = readName(label, scan.name)
  const numbers = cover === null ? clues.numbers : [cover.accountNo]
  if (numbers.length === 0) return { wait: 'no-number', facts: {} }
  const accountNo = await firstKnown(read, numbers)
  if (accountNo === null) return { wait: 'unknown-account', facts: { accountNo: numbers[0] } }
  const named = cover?.type == null ? clues.types : [cover.type]
  for (const text of named) {
    const type = await findType(read, text)
    if (type === null) continue
    const { branchNo, section } = cover ?? { branchNo: '000000', section: null }
    return { accountNo, branchNo, type: type.code, section, dated: clues.dated }
  }
  return { wait: 'unknown-type', facts: { accountNo, names: named } }
}

async function firstKnown(read: Read, numbers: readonly string[]): Promise<string | null> {
  for (const number of numbers) {
    const employer = await employerExists(read, number)
    if (employer !== null) return employer.accountNo
  }
  return null
}
