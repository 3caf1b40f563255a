import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { documentsProjection, openFile, seedCatalogue } from '#documents'
import { employerFilesProjection, seedRules } from '#employer-files'
import { employersProjection, importRegister } from '#employers'
import { examineBatchJob, type IntakeTables, importScans, intakeProjection } from '#intake'
import { officesProjection, seedOffices } from '#offices'
import type { Images } from '#platform/images'
import { aSamplePage, employerSource, type SamplePageOptions, writeEmployers } from '#sample-office'
import { type TestOffice, testOffice } from './office.ts'

/** The employer of the sample pages of seed 1; the register of a paper office knows nobody else. */
export const employer = employerSource(1, 'pilot')(0)

export type PaperOffice = TestOffice & {
  /** The folder that scans are put into. */
  papers: string
  put(path: string, bytes: Uint8Array | string): Promise<void>
  receive(): ReturnType<typeof importScans>
  /** Examines and places every batch, as the jobs would. */
  examine(): Promise<void>
  /** What stands in the employer's file. */
  filed(): Promise<{ type: string; pages: number; dated: string | null }[]>
}

const watch = { progress: () => undefined, signal: new AbortController().signal }

/** An office that receives paper: register, rules and catalogue are there, no job runs by itself. */
export async function paperOffice(images: Images): Promise<PaperOffice> {
  const office = await testOffice({
    projections: [
      officesProjection,
      employersProjection,
      employerFilesProjection,
      documentsProjection,
      intakeProjection,
    ],
  })
  const { context } = office
  await seedOffices(context)
  await seedRules(context)
  await seedCatalogue(context)
  const source = join(office.folder, 'register.csv')
  await writeEmployers(source, [employer])
  await importRegister(context, { source, sourceName: 'register.csv' }, watch)
  const papers = join(office.folder, 'papers')
  await mkdir(papers)
  return Object.assign(office, {
    papers,
    async put(path: string, bytes: Uint8Array | string) {
      await mkdir(dirname(join(papers, path)), { recursive: true })
      await writeFile(join(papers, path), bytes)
    },
    receive: () => importScans(context, { folder: papers, officeId: '6000' }, watch),
    async examine() {
      const batches = await context
        .read<IntakeTables>()
        .selectFrom('record.batch')
        .select('batchId')
        .orderBy('ticket')
        .execute()
      for (const batch of batches) {
        await examineBatchJob.run({ context, images }, batch, watch.signal)
      }
    },
    async filed() {
      const { documents } = await openFile(context, employer.accountNo)
      return documents.map(({ type, pages, dated }) => ({
        type,
        pages,
        dated: dated?.date ?? null,
      }))
    },
  })
}

/** The bytes of a scanned sample page. */
export async function scanned(kind: string, more: SamplePageOptions = {}): Promise<Buffer> {
  return Buffer.from((await aSamplePage(kind, { seed: 1, ...more })).bytes)
}
