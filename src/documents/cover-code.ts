import { AccountNo, BranchNo } from '#employers/contract'

/** What a cover sheet's QR code says of the papers behind it. */
export type CoverCode = {
  accountNo: string
  branchNo: string
  type: string | null
  section: string | null
}

const word = /^[a-z0-9]+(-[a-z0-9]+)*$/
const code_max = 200

/** The code of a separator: the paper behind it is another one, of whatever file and type. */
export const separatorCode = 'faem1:separator'

/** Whether this code stands on a sheet that is put between papers: a cover sheet or a separator. */
export function partsPapers(text: string): boolean {
  return text === separatorCode || readCoverCode(text) !== null
}

/** `faem1:<account>:<branch>:<type or ->:<section or ->` */
export function formatCoverCode({ accountNo, branchNo, type, section }: CoverCode): string {
  return `faem1:${accountNo}:${branchNo}:${type ?? '-'}:${section ?? '-'}`
}

/** Null for every text that `formatCoverCode` would not write: other codes stand on paper too. */
export function readCoverCode(text: string): CoverCode | null {
  if (text.length > code_max) return null
  const [mark, accountNo, branchNo, type, section, ...rest] = text.split(':')
  if (mark !== 'faem1' || type === undefined || section === undefined || rest.length > 0)
    return null
  const account = AccountNo.safeParse(accountNo)
  const branch = BranchNo.safeParse(branchNo)
  if (!account.success || !branch.success) return null
  if (![type, section].every((each) => each === '-' || word.test(each))) return null
  return {
    accountNo: account.data,
    branchNo: branch.data,
    type: type === '-' ? null : type,
    section: section === '-' ? null : section,
  }
}
