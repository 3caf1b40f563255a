import { AccountNo, BranchNo } from '#employers/contract'

/** What the QR of a cover sheet says of the paper behind it. */
export type CoverCode = {
  readonly accountNo: string
  readonly branchNo: string
  /** Code of a document type; null when the sheet stands before a whole file. */
  readonly type: string | null
  readonly section: string | null
}

const pattern = /^faem1:([^:]{1,20}):([0-9]{6}):([a-z0-9-]{1,60}):([a-z-]{1,40})$/

/** `faem1:<account>:<branch>:<type or ->:<section or ->` */
export function formatCoverCode({ accountNo, branchNo, type, section }: CoverCode): string {
  return ['faem1', accountNo, branchNo, type ?? '-', section ?? '-'].join(':')
}

/** Null for every other text: a QR of somebody else's on a paper says nothing to us. */
export function readCoverCode(text: string): CoverCode | null {
  const [, accountNo, branchNo, type, section] = pattern.exec(text) ?? []
  if (!AccountNo.safeParse(accountNo).success || !BranchNo.safeParse(branchNo).success) return null
  if (accountNo === undefined || branchNo === undefined) return null
  return { accountNo, branchNo, type: given(type), section: given(section) }
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '-' ? null : text
}
