import type { Edit, IndexField, LineDocument } from '#conversion/contract'
import type { PaperDate } from '#kernel'

/** A field as the documents that are chosen have it; `mixed` when their values differ. */
export type SharedField = IndexField & { mixed: boolean }

/** The fields that all of the documents have, in the order of the first. */
export function sharedFields(documents: readonly LineDocument[]): SharedField[] {
  const [first, ...others] = documents
  if (first === undefined) return []
  return first.fields.flatMap((field): SharedField[] => {
    const same = others.map(({ fields }) => fields.find((other) => other.field === field.field))
    if (same.some((other) => other === undefined)) return []
    const mixed = same.some((other) => other?.value !== field.value)
    // A proposal is made for one paper. Several are told it one by one, or all at once.
    const proposal = others.length === 0 ? field.proposal : null
    return [{ ...field, mixed, value: mixed ? null : field.value, proposal }]
  })
}

/** In which order fields want a look: those that disagree, required ones that are empty, the other proposals. */
export function fieldsToSee(fields: readonly SharedField[]): SharedField[] {
  const lacking = ({ required, value, mixed }: SharedField) => required && value === null && !mixed
  const disagree = fields.filter(({ state }) => state === 'disagree')
  const empty = fields.filter((field) => lacking(field) && field.state !== 'disagree')
  const proposed = fields.filter((field) => field.state === 'proposed' && !lacking(field))
  return [...disagree, ...empty, ...proposed]
}

type Set = Extract<Edit, { kind: 'index' }>['set']

/** What an index edit says when one field takes a value; null takes the statement back. */
export function settingOf(field: Pick<IndexField, 'field'>, value: string | null): Set {
  switch (field.field) {
    case 'accountNo':
      // A branch belongs to the account beside which it was written.
      return { accountNo: value, branchNo: null }
    case 'branchNo':
    case 'type':
    case 'section':
    case 'title':
      return { [field.field]: value }
    case 'dated':
      return { dated: value === null ? null : paperDate(value) }
    default:
      return { fields: { [field.field]: value } }
  }
}

/** `2005-01` is the paper date of January 2005, known to the month. */
function paperDate(iso: string): PaperDate {
  const precision = iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day'
  return { date: `${iso}-01-01`.slice(0, 10), precision }
}

/** One edit for each document with proposals on fields that nobody stated. */
export function takingAll(documents: readonly LineDocument[]): Edit[] {
  return documents.flatMap(({ documentId, fields }): Edit[] => {
    const taken = fields.filter(({ state }) => state === 'proposed')
    if (taken.length === 0) return []
    let set: Set = {}
    for (const field of taken) {
      const { fields: further, ...plain } = settingOf(field, field.proposal?.value ?? null)
      set = { ...set, ...plain, fields: { ...set.fields, ...further } }
    }
    return [{ kind: 'index', documentIds: [documentId], set }]
  })
}
