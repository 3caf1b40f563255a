import { type BulkRow, type BulkTarget, bulkInsert, type Tx } from '#platform/postgres'
import { splitLegalName, thaiSortKey } from '#thai-text'
import { factsDigest } from './changed-employers.ts'
import type { RegisterFacts } from './commits.ts'
import type { History } from './employer-history.ts'

export type Imported = { accountNo: string; facts: RegisterFacts; history: History }

const employerColumns = {
  account_no: 'text',
  office_id: 'text',
  account: 'jsonb',
  name: 'text',
  name_core: 'text',
  name_sort: 'text',
  employer_type: 'text',
  juristic_digits: 'text',
  juristic: 'jsonb',
  tax_digits: 'text',
  tax: 'jsonb',
  business_code: 'text',
  status: 'text',
  status_since: 'date',
  registered_on: 'date',
  address: 'jsonb',
  facts_sha256: 'bytea',
  ticket: 'int8',
} as const

const nameColumns = {
  account_no: 'text',
  ordinal: 'int4',
  office_id: 'text',
  kind: 'text',
  name: 'text',
  form: 'text',
  core: 'text',
  ticket: 'int8',
} as const

const establishmentColumns = {
  account_no: 'text',
  branch_no: 'text',
  office_id: 'text',
  name: 'text',
  address: 'jsonb',
  ticket: 'int8',
} as const

const officeColumns = {
  account_no: 'text',
  ordinal: 'int4',
  office_id: 'text',
  since: 'date',
  ticket: 'int8',
} as const

const statusColumns = { ...officeColumns, status: 'text' } as const

/** What a chunk of employers becomes: rows by table, with the accounts whose rows stood before. */
export type Written = {
  known: readonly string[]
  tables: readonly { target: BulkTarget<string>; rows: readonly BulkRow<string>[] }[]
}

/** Rows of these employers; histories of office and status only grow. Computes, and reads nothing. */
export function rowsOf(imported: readonly Imported[], ticket: number): Written['tables'] {
  // Of each employer; the first is the present name.
  const names = imported.map((each) => nameRows(each, ticket))
  return [
    {
      target: { table: 'record.employer', columns: employerColumns },
      rows: imported.map((each, at) =>
        employerRow({ ...each, core: names[at]?.[0]?.core ?? '' }, ticket),
      ),
    },
    { target: { table: 'record.employer_name', columns: nameColumns }, rows: names.flat() },
    {
      target: { table: 'record.establishment', columns: establishmentColumns },
      rows: imported.flatMap((each) => establishmentRows(each, ticket)),
    },
    {
      target: { table: 'record.employer_office', columns: officeColumns },
      rows: imported.flatMap(({ accountNo, history: { office } }) =>
        office === null ? [] : [officeRow(accountNo, office, ticket)],
      ),
    },
    {
      target: { table: 'record.employer_status', columns: statusColumns },
      rows: imported.flatMap(({ accountNo, facts, history: { status } }) =>
        status === null
          ? []
          : [{ account_no: accountNo, ...status, office_id: facts.employer.officeId, ticket }],
      ),
    },
  ]
}

/** Replaces what the tables say of these employers. */
export async function writeEmployers(write: Tx, { known, tables }: Written): Promise<void> {
  if (known.length > 0) await deleteBefore(write, known)
  for (const { target, rows } of tables) await bulkInsert(write, target, rows)
}

async function deleteBefore(write: Tx, accounts: readonly string[]): Promise<void> {
  for (const table of ['record.employer', 'record.employer_name', 'record.establishment']) {
    await write.execute(`delete from ${table} where account_no = any($1)`, [accounts])
  }
}

function employerRow({ accountNo, facts, core }: Imported & { core: string }, ticket: number) {
  const { employer } = facts
  return {
    account_no: accountNo,
    office_id: employer.officeId,
    account: employer.account,
    name: employer.name,
    name_core: core,
    name_sort: thaiSortKey(core),
    employer_type: employer.employerType,
    juristic_digits: employer.juristic?.digits || null,
    juristic: employer.juristic,
    tax_digits: employer.tax?.digits || null,
    tax: employer.tax,
    business_code: employer.businessCode,
    status: employer.status,
    status_since: employer.statusSince,
    registered_on: employer.registeredOn,
    address: employer.address,
    facts_sha256: Buffer.from(factsDigest(facts), 'hex'),
    ticket,
  }
}

function nameRows({ accountNo, facts, history }: Imported, ticket: number) {
  return history.names.map(({ kind, name }, ordinal) => {
    const { form, core } = splitLegalName(name)
    return {
      account_no: accountNo,
      ordinal,
      office_id: facts.employer.officeId,
      kind,
      name,
      form,
      core,
      ticket,
    }
  })
}

function establishmentRows({ accountNo, facts }: Imported, ticket: number) {
  return facts.establishments.map(({ branchNo, name, address, officeId }) => ({
    account_no: accountNo,
    branch_no: branchNo,
    office_id: officeId,
    name,
    address,
    ticket,
  }))
}

function officeRow(
  accountNo: string,
  { ordinal, officeId, since }: NonNullable<History['office']>,
  ticket: number,
) {
  return { account_no: accountNo, ordinal, office_id: officeId, since, ticket }
}
