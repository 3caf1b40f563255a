import { definedParts, textPart } from '../api/url-parts.ts'

/** What the address of the people screen holds; every part may be absent. */
export type PeopleUrl = {
  q?: string
  /** The person whose roles are open. */
  roles?: string
  /** The form to enrol is open. */
  enrol?: 'yes'
}

export function readPeopleUrl(parts: Record<string, unknown>): PeopleUrl {
  return definedParts({
    q: textPart(parts['q']),
    roles: textPart(parts['roles']),
    enrol: parts['enrol'] === 'yes' ? ('yes' as const) : undefined,
  })
}
