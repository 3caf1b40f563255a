import { keyL2, nameKeys, splitLegalName } from '#thai-text'
import type { IndexedPage, PageLine, SearchRow } from './given.ts'

export const limits = { names_max: 50, page_lines_max: 1_000, page_key_length_max: 50_000 }

export type KeyRow = {
  account_no: string
  ordinal: number
  office_id: string
  status: string
  kind: string
  name: string
  core: string
  l2: string
  latin: string
  province: string | null
  form: string | null
}

export const keyColumns = {
  account_no: 'text',
  ordinal: 'integer',
  office_id: 'text',
  status: 'text',
  kind: 'text',
  name: 'text',
  core: 'text',
  l2: 'text',
  latin: 'text',
  province: 'text',
  form: 'text',
} as const

/** One row a name, the present one first; a name that stands twice is one row. */
export function keyRows(employer: SearchRow): KeyRow[] {
  const names = new Map([[employer.name, 'present']])
  for (const { kind, name } of employer.names) if (!names.has(name)) names.set(name, kind)
  const { accountNo: account_no, officeId: office_id, status, province } = employer
  const { form } = splitLegalName(employer.name)
  const shared = { account_no, office_id, status, province, form }
  return [...names].slice(0, limits.names_max).map(([name, kind], ordinal) => {
    const { key: core, l2, latin } = nameKeys(name)
    return { ...shared, ordinal, kind, name, core, l2, latin }
  })
}

export const numberColumns = {
  account_no: 'text',
  office_id: 'text',
  status: 'text',
  name: 'text',
  district: 'text',
  province: 'text',
  juristic: 'text',
  tax: 'text',
  form: 'text',
} as const

export type NumberRow = { [Column in keyof typeof numberColumns]: string | null }

export function numberRow(employer: SearchRow): NumberRow {
  const { juristicDigits, taxDigits } = employer
  return {
    account_no: employer.accountNo,
    office_id: employer.officeId,
    status: employer.status,
    name: employer.name,
    district: employer.district,
    province: employer.province,
    juristic: juristicDigits,
    // The tax number of a company is its juristic number; kept once, it is also found once.
    tax: taxDigits === juristicDigits ? null : taxDigits,
    form: splitLegalName(employer.name).form,
  }
}

export const pageColumns = {
  page_id: 'uuid',
  document_id: 'uuid',
  account_no: 'text',
  branch_no: 'text',
  office_id: 'text',
  type: 'text',
  year: 'integer',
  ordinal: 'integer',
  key: 'text',
  lines: 'jsonb',
  place: 'integer',
} as const

export type PageRow = {
  [Column in keyof typeof pageColumns]: string | number | null
} & { office_id: string; type: string; year: number | null; key: string }

/**
 * The keys of all lines in one, without spaces: words are found across the ends of lines. Digits as they
 * were read. `place` is where the page stands in the lists, null while it is in none.
 */
export function pageRow(
  page: IndexedPage,
  lines: readonly PageLine[],
  place: number | null,
): PageRow {
  const kept = lines.slice(0, limits.page_lines_max)
  const key = kept.map(({ text }) => keyL2(text)).join('')
  return {
    page_id: page.pageId,
    document_id: page.documentId,
    account_no: page.accountNo,
    branch_no: page.branchNo,
    office_id: page.officeId,
    type: page.type,
    year: page.dated ? Number(page.dated.date.slice(0, 4)) : null,
    ordinal: page.ordinal,
    key: key.slice(0, limits.page_key_length_max),
    // As text: a list would travel as a PostgreSQL array.
    lines: JSON.stringify(kept.map(({ text, box }) => ({ text, box }))),
    place,
  }
}
