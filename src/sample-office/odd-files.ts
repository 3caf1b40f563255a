import type { Desk, FileToMake } from './desk.ts'
import { lockPdf, writePages } from './image-files.ts'
import { accountNumber } from './numbers.ts'
import { bornDigital, scanDocument } from './produce.ts'
import { itemAt, seededRandom } from './random.ts'

const folder = 'papers/mixed'

/** Files that must not be filed by themselves: each has its place in the inbox, in quarantine, or is known already. */
export async function writeOddFiles(desk: Desk, files: readonly FileToMake[]): Promise<void> {
  const random = seededRandom(`${desk.seed}/odd`)
  const { facts } = itemAt(files, files.length - 1)
  const date = facts.employer.registeredOn
  const manner = { look: 'colour-200', format: 'jpeg' } as const
  const scanned = async (code: string) => {
    const work = { facts, planned: { code, date, pages: 1 }, manner }
    const { pixels } = await scanDocument(desk.machines, work, random)
    return writePages(pixels, manner.format)
  }
  const put = async (file: string, bytes: Uint8Array, odd: Omit<Desk['odd'][number], 'file'>) => {
    await desk.put(file, bytes)
    desk.odd.push({ file, ...odd })
  }

  const lease = await scanned('lease')
  await put(`${folder}/IMG_0001.jpg`, lease, { expected: 'inbox', because: 'no-number' })

  const unknown = accountNumber('60', 9_999_901)
  const letter = await scanned('letter-in')
  const unknownFile = `papers/by-folder/${unknown}/01-letter-in.jpg`
  await put(unknownFile, letter, { expected: 'inbox', because: 'unknown-account' })

  const { pdf } = bornDigital(
    desk.machines,
    { facts, planned: { code: 'letter-out', date, pages: 1 } },
    random,
  )
  await put(`${folder}/locked.pdf`, await lockPdf(pdf), {
    expected: 'quarantine',
    because: 'encrypted',
  })

  const torn = lease.subarray(0, Math.floor(lease.length / 3))
  await put(`${folder}/cut-off.jpg`, torn, { expected: 'quarantine', because: 'truncated' })

  const text = Buffer.from('This is a note, not a picture.\r\nนี่คือบันทึก ไม่ใช่ภาพ\r\n')
  await put(`${folder}/note.tif`, text, { expected: 'quarantine', because: 'not-an-image' })

  await putDuplicate(desk)
}

/** A copy of the first scanned file, under another name in another folder. */
async function putDuplicate(desk: Desk): Promise<void> {
  const first = desk.pages.find((page) => page.file.startsWith('papers/by-folder/'))
  if (!first) return
  const file = `${folder}/copy-of-${first.file.split('/').at(-1)}`
  await desk.copy(first.file, file)
  desk.odd.push({ file, expected: 'duplicate', because: 'same-bytes', sameAs: first.file })
}
