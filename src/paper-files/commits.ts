import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { OfficeDate } from '#kernel'
import { OfficeCode } from '#offices/contract'
import { defineCommits } from '#record'
import { Condition, PaperState } from './contract.ts'

// Members stand in the order of their names, so that what this schema gave is canonical JSON as it is.
/** What a list says of one paper file, as a line of its plan keeps it. */
export const ListedFacts = z.object({
  accountNo: AccountNo,
  box: z.string(),
  branchNo: BranchNo,
  building: z.string(),
  condition: Condition,
  officeId: OfficeCode,
  shelf: z.string(),
  volumeNo: z.int(),
})
export type ListedFacts = z.infer<typeof ListedFacts>

const Standing = z.object({
  state: PaperState,
  building: z.string(),
  shelf: z.string(),
  box: z.string(),
  condition: Condition,
  lentTo: z.string().nullable(),
  dueOn: OfficeDate.nullable(),
})

export const commits = defineCommits({
  /**
   * A list of expected paper files is one act. Its plan has a line for each file that is new or stands
   * elsewhere than before; a list file is attached as `source`.
   */
  'paper-files.listed/1': z.object({
    listId: z.uuid(),
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('register'), officeId: OfficeCode }),
      z.object({ kind: z.literal('file'), sha256: z.string(), name: z.string() }),
    ]),
    refused: z.int(),
    warnings: z.int(),
  }),

  /** Each file with how it stands from now on. `undoes` names the act that this one takes back. */
  'paper-files.changed/1': z.object({
    files: z.array(z.object({ paperFileId: z.uuid(), after: Standing })).min(1),
    reason: z.string().nullable(),
    undoes: z.uuid().nullable(),
  }),
})
