import type { Me } from '#identity/contract'
import { useOffices } from '../search/search-query.ts'

export type MyOffice = { code: string; name: string }

/** The offices in which the person has a role; none to choose between when there is only one. */
export function useMyOffices(me: Me): MyOffice[] {
  const offices = useOffices().data?.offices ?? []
  const codes = [...new Set((me.person?.grants ?? []).map(({ officeId }) => officeId))]
  if (codes.length < 2) return []
  return codes.map((code) => ({
    code,
    name: offices.find((office) => office.code === code)?.shortNameTh ?? code,
  }))
}
