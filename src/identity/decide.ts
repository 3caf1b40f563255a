import { type Actor, Refusal, type Scope } from '#kernel'
import type { Grant } from './commits.ts'
import { type Action, actions, nationwide, ofInstallation, policy, systemRole } from './policy.ts'
import { refusals } from './refusals.ts'

/** An actor with the grants that count now. The grants are never written into a commit. */
export type Granted = Actor & { readonly grants: readonly Grant[] }

/** The office that runs this installation; null where none does. */
export type Home = string | null

/**
 * Whether the actor may do this, and for the matter of which offices. Pure; the default is no.
 * @throws Refusal `identity.not_allowed`
 */
export function decide(actor: Granted, action: string, home: Home): Scope {
  const offices = officesFor(actor, action, home)
  if (offices !== 'all' && offices.length === 0) {
    throw new Refusal(refusals.not_allowed, { action })
  }
  // The one place that makes a Scope: whoever holds one has been through this decision.
  return { offices } as Scope
}

/** The actions that these grants allow somewhere, in order of their names. */
export function allowedActions(grants: readonly Grant[], home: Home): Action[] {
  return actions.filter((action) => grants.some((grant) => allows(grant, action, home)))
}

function officesFor(
  { role, grants }: Granted,
  action: string,
  home: Home,
): readonly string[] | 'all' {
  const known = actions.find((name) => name === action)
  if (known === undefined) return []
  if (role === systemRole) return 'all'
  const counting = grants.filter((grant) => allows(grant, known, home))
  if (counting.some(isNationwide)) return 'all'
  return [...new Set(counting.map(({ officeId }) => officeId))].sort()
}

function allows(grant: Grant, action: Action, home: Home): boolean {
  if (!policy[grant.role].includes(action)) return false
  return !ofInstallation.includes(action) || grant.officeId === home || isNationwide(grant)
}

function isNationwide({ role, officeId }: Grant): boolean {
  return officeId === nationwide.office && nationwide.roles.includes(role)
}
