import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accountsOfOffice } from '#employers'
import { newId, officeDate } from '#kernel'
import { changePaperFiles, importPaperFiles, type PaperChange, paperFileId } from '#paper-files'
import type { Office } from './office.ts'

const limits = { accounts_max: 2_000, act_files_max: 200 }
const day_ms = 86_400_000

type Volume = { accountNo: string; branchNo: string; volumeNo: number }

/** Shelves for the invented employers, with files in every state, so that the screens are filled. */
export async function shelveSamples(office: Office, folder: string): Promise<void> {
  const { context, configuration } = office
  const accounts = await accountsOfOffice(context.read(), configuration.office, {
    after: '',
    limit: limits.accounts_max,
  })
  const volumes = accounts.flatMap((accountNo, at): Volume[] => {
    const first = { accountNo, branchNo: '000000', volumeNo: 1 }
    return at % 11 === 4 ? [first, { ...first, volumeNo: 2 }] : [first]
  })
  const source = join(folder, 'paper-files.csv')
  await writeFile(source, `\ufeff${[header, ...volumes.map(lineOf)].join('\r\n')}\r\n`)
  const input = { source, sourceName: 'paper-files.csv', officeId: configuration.office }
  const { changed } = await importPaperFiles(context, input)
  // Once: what people then do in the sample office stays theirs.
  if (changed < volumes.length) return
  const ids = volumes.map(paperFileId)
  for (const { which, change } of acts(context.clock.now())) {
    const files = ids.filter((_, at) => which(at, ids.length))
    for (let at = 0; at < files.length; at += limits.act_files_max) {
      const paperFileIds = files.slice(at, at + limits.act_files_max)
      const id = newId(context.clock.now())
      // The line says some of these states by itself; here it has not run yet.
      const reason = 'ข้อมูลตัวอย่าง'
      await changePaperFiles(context, { id, paperFileIds, change, reason })
    }
  }
}

const header = 'account_no,branch_no,volume_no,building,shelf,box,condition'
const conditions = [
  'good',
  '',
  'good',
  'faded',
  '',
  'good',
  'mouldy',
  '',
  'torn',
  'good',
  'insects',
]

/** 22 files stand on a board, four boards in a cupboard; the last third lies in boxes elsewhere. */
function lineOf({ accountNo, branchNo, volumeNo }: Volume, at: number, all: Volume[]): string {
  const boxed = at > (all.length * 2) / 3
  const board = Math.floor(at / 22)
  const place = boxed
    ? ['อาคาร 2 ห้องเก็บ', `ชั้นเหล็ก ${1 + (board % 3)}`, `กล่อง ${Math.floor(at / 8)}`]
    : ['อาคาร 1', `ตู้ ${1 + Math.floor(board / 4)} ชั้น ${1 + (board % 4)}`, '']
  const condition = conditions[at % conditions.length]
  return [accountNo, branchNo, volumeNo, ...place, condition].join(',')
}

type SampleAct = { which: (at: number, all: number) => boolean; change: PaperChange }

function acts(now: Date): SampleAct[] {
  const loan = (lentTo: string, days: number) => ({
    lentTo,
    dueOn: officeDate(new Date(now.getTime() + days * day_ms)),
  })
  return [
    { which: (at, all) => at < all * 0.62 && at % 13 !== 5, change: { state: 'found' } },
    { which: (at, all) => at < all * 0.62 && at % 13 === 5, change: { state: 'not-found' } },
    { which: (at, all) => at < all * 0.62 && at % 17 === 8, change: { state: 'damaged' } },
    {
      which: (at) => at % 31 === 9,
      change: { state: 'on-loan', loan: loan('วิชัย ฝ่ายตรวจสอบ', -6) },
    },
    { which: (at) => at % 31 === 21, change: { state: 'on-loan', loan: loan('นิติกร อรุณ', 9) } },
    { which: (at, all) => at < all * 0.3 && finds(at), change: { state: 'on-line' } },
    { which: (at, all) => at < all * 0.22 && finds(at), change: { state: 'converted' } },
  ]
}

function finds(at: number): boolean {
  return at % 13 !== 5 && at % 17 !== 8 && at % 31 !== 9 && at % 31 !== 21
}
