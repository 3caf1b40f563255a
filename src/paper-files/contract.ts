import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { defineRoute, OfficeDate } from '#kernel'
import { OfficeCode } from '#offices/contract'

export const limits = {
  /** One act holds the streams of all its files at once. */
  act_files_max: 200,
  page_size: 100,
  places_max: 2_000,
  located_accounts_max: 50,
  printed_covers_max: 100,
  printed_labels_max: 400,
  words_max: 120,
}

/** Where the paper is on its way from the shelf to a certified page. */
export const paperStates = [
  'expected',
  'found',
  'not-found',
  'damaged',
  'on-loan',
  'on-line',
  'converted',
] as const
export const PaperState = z.enum(paperStates)
export type PaperState = z.infer<typeof PaperState>

/** What the paper is like; noted when it is seen, `unknown` before. */
export const conditions = [
  'unknown',
  'good',
  'torn',
  'faded',
  'thermal',
  'mouldy',
  'insects',
  'wet',
  'brittle',
] as const
export const Condition = z.enum(conditions)
export type Condition = z.infer<typeof Condition>

const Words = z.string().trim().max(limits.words_max)

/** Building, shelf, box; empty where it is not known or has none. */
export const Place = z.object({ building: Words, shelf: Words, box: Words })
export type Place = z.infer<typeof Place>

export const Loan = z.object({ lentTo: Words.min(2), dueOn: OfficeDate })
export type Loan = z.infer<typeof Loan>

export const PaperFile = Place.extend({
  paperFileId: z.string(),
  accountNo: AccountNo,
  branchNo: BranchNo,
  /** เล่มที่: a thick file has several volumes. */
  volumeNo: z.int().min(1),
  officeId: OfficeCode,
  /** Null when the register does not know the account. */
  employerName: z.string().nullable(),
  state: PaperState,
  condition: Condition,
  lentTo: z.string().nullable(),
  dueOn: OfficeDate.nullable(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type PaperFile = z.infer<typeof PaperFile>

/** One act on the file, and how the file stood after it. */
export const PaperAct = Place.extend({
  actId: z.string(),
  state: PaperState,
  condition: Condition,
  lentTo: z.string().nullable(),
  dueOn: OfficeDate.nullable(),
  reason: z.string().nullable(),
  undoes: z.string().nullable(),
  /** The number of the batch that brought this step; null for what a person said. */
  lineBatch: z.string().nullable(),
  actedAt: z.iso.datetime(),
  actedBy: z.string(),
})
export type PaperAct = z.infer<typeof PaperAct>

/**
 * Which files of an office: each part narrows. `q`: the beginning of an account number. A part of the place
 * that is `-` means files without one.
 */
export const PaperFilter = z.object({
  office: OfficeCode,
  state: PaperState.optional(),
  building: z.string().optional(),
  shelf: z.string().optional(),
  box: z.string().optional(),
  q: z.string().max(30).optional(),
})
export type PaperFilter = z.infer<typeof PaperFilter>

export const listPaperFiles = defineRoute({
  method: 'GET',
  path: '/paper-files',
  action: 'paper-files.list',
  summary: 'Paper files of an office in the order of its shelves',
  query: PaperFilter.extend({ after: z.string().max(2_000).optional() }),
  reply: z.object({ files: z.array(PaperFile), next: z.string().nullable() }),
})

const Counts = z.record(PaperState, z.int())

export const countPaperFiles = defineRoute({
  method: 'GET',
  path: '/paper-files/counts',
  action: 'paper-files.list',
  summary: 'How many paper files of an office stand in each state, in all and by shelf',
  query: z.object({ office: OfficeCode }),
  reply: z.object({
    files: z.int(),
    states: Counts,
    /** Loans whose day has passed. */
    overdue: z.int(),
    shelves: z.array(
      z.object({ building: z.string(), shelf: z.string(), files: z.int(), states: Counts }),
    ),
  }),
})
export type PaperCounts = z.infer<typeof countPaperFiles.reply>

export const openPaperFile = defineRoute({
  method: 'GET',
  path: '/paper-files/:paperFileId',
  action: 'paper-files.list',
  summary: 'A paper file and everything that happened to it, the latest first',
  params: z.object({ paperFileId: z.uuid() }),
  reply: z.object({ file: PaperFile, acts: z.array(PaperAct) }),
})

/** Where the paper of these employers stands, for screens that show employers. */
export const locatePaper = defineRoute({
  method: 'GET',
  path: '/paper-places',
  action: 'paper-files.list',
  summary: 'The paper files of some employers, as far as the caller may see them',
  query: z.object({
    accounts: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(AccountNo).min(1).max(limits.located_accounts_max)),
  }),
  reply: z.object({ files: z.array(PaperFile) }),
})

const Reason = z.string().trim().min(3).max(500)

/** What an act changes; absent parts stay as they are. */
export const PaperChange = z
  .object({
    state: PaperState.optional(),
    loan: Loan.optional(),
    condition: Condition.optional(),
    building: Words.optional(),
    shelf: Words.optional(),
    box: Words.optional(),
  })
  .refine((change) => Object.values(change).some((part) => part !== undefined))
export type PaperChange = z.infer<typeof PaperChange>

export const changePaperFiles = defineRoute({
  method: 'POST',
  path: '/paper-files/acts',
  action: 'paper-files.change',
  summary: 'Say of one or several paper files where they stand now',
  body: z.object({
    id: z.uuid(),
    paperFileIds: z.array(z.uuid()).min(1).max(limits.act_files_max),
    change: PaperChange,
    reason: Reason.nullable(),
  }),
  reply: z.object({ actId: z.string(), changed: z.int() }),
})

export const undoPaperAct = defineRoute({
  method: 'POST',
  path: '/paper-files/acts/:actId/undo',
  action: 'paper-files.change',
  summary: 'Put the files of an act back to how they stood before it, by a further act',
  params: z.object({ actId: z.uuid() }),
  body: z.object({ id: z.uuid() }),
  reply: z.object({ actId: z.string(), changed: z.int() }),
})

export const listExpectedFiles = defineRoute({
  method: 'POST',
  path: '/paper-files/lists',
  action: 'paper-files.import',
  summary: 'Expect a paper file for each employer of an office that has none in the list yet',
  body: z.object({ officeId: OfficeCode }),
  reply: z.object({ listed: z.int() }),
})
