/** Record tables of this module. */
export type IdentityTables = {
  'record.person': {
    personId: string
    username: string
    name: string
    position: string | null
    active: boolean
    ticket: number
  }
  'record.personGrant': {
    personId: string
    role: string
    officeId: string
    grantedAt: Date
    ticket: number
  }
}
