import type { Database } from '#platform/postgres'
import { type Employer, employerSource } from '#sample-office'
import { keepNameLists, type SearchGiven, type SearchRow } from '#search'

/** A seeded register, and what search asks of the other modules answered from it. */
export type InventedEmployers = {
  count: number
  at(index: number): Employer
  given(database: Database): SearchGiven
}

export function inventedEmployers(count: number): InventedEmployers {
  const at = employerSource('bench', 'nation')
  return { count, at, given: (database) => givenOf(database, { count, at }) }
}

function givenOf(
  database: Database,
  { count, at }: Pick<InventedEmployers, 'count' | 'at'>,
): SearchGiven {
  let order: { index: number; accountNo: string }[] = []
  let served = 0
  return {
    snapshot: database.snapshot,
    async employersAfter(_read, after, limit) {
      // A refill asks in order from the beginning.
      if (after === '') {
        order = Array.from({ length: count }, (_, index) => ({
          index,
          accountNo: at(index).accountNo,
        }))
        order.sort((one, other) => (one.accountNo < other.accountNo ? -1 : 1))
        served = 0
      }
      const batch = order.slice(served, served + limit).map(({ index }) => searchRow(at(index)))
      served += batch.length
      return batch
    },
    employersByAccount: async () => [],
    pagesAfter: async () => [],
    linesOf: async () => null,
    officeNames: async () => new Map(),
    documentTypes: async () => [],
    boxesOf: async () => null,
    nameLists: keepNameLists(),
  }
}

export function searchRow(employer: Employer): SearchRow {
  const english = employer.nameEn ? [{ kind: 'english', name: employer.nameEn, core: '' }] : []
  const former = employer.formerNames.map((name) => ({ kind: 'former', name, core: '' }))
  return {
    accountNo: employer.accountNo,
    officeId: employer.office,
    status: employer.status,
    district: employer.address.district,
    province: employer.address.province,
    juristicDigits: employer.juristicNo || null,
    taxDigits: employer.taxNo || null,
    name: employer.nameTh,
    names: [...former, ...english],
  }
}
