import { useOffices } from '../search/search-query.ts'

/** The short name of an office by its code. */
export function useOfficeWord(): (code: string) => string {
  const offices = useOffices().data?.offices ?? []
  return (code) => offices.find((one) => one.code === code)?.shortNameTh ?? code
}
