import { readCoverCode } from '#documents'
import type { SearchRow } from '#employers'
import type { PaperDate } from '#kernel'
import { type Arrangement, keptPages } from './arrangement.ts'
import { dateText, type IndexField, type Proposal } from './contract.ts'
import { fieldsOfType } from './index-fields.ts'
import type { BatchRow, PageFacts, PageProposal } from './tables.ts'

/** Below it the machine says nothing: a wrong proposal costs more than none. */
export const proposalLimits = { confidence_min: 0.5 }

export type KnownPage = { readonly facts: PageFacts; readonly proposals: PageProposal[] | null }
type Pages = ReadonlyMap<string, KnownPage>

/** What a document goes by: what persons stated, else its cover sheet, else the batch. */
export type EffectiveIndex = {
  readonly accountNo: string | null
  readonly branchNo: string | null
  readonly type: string | null
  readonly section: string | null
  readonly title: string | null
  readonly dated: PaperDate | null
  readonly fields: Readonly<Record<string, string>>
  readonly sources: Readonly<Record<string, IndexField['source']>>
}

type Batch = Pick<BatchRow, 'accountNo' | 'branchNo'>

/**
 * The index of each document, in order. A cover sheet speaks for its own document, and its account for the
 * documents behind it up to the next one.
 */
export function effectiveIndexes(
  batch: Batch,
  arrangement: Arrangement,
  pages: Pages,
): Map<string, EffectiveIndex> {
  const indexes = new Map<string, EffectiveIndex>()
  let account: { accountNo: string; branchNo: string } | null = null
  for (const documentId of arrangement.order) {
    const cover = coverOf(arrangement, documentId, pages)
    if (cover !== null) account = cover
    indexes.set(
      documentId,
      effective(arrangement, documentId, {
        batch,
        account,
        type: cover?.type,
        section: cover?.section,
      }),
    )
  }
  return indexes
}

function coverOf(arrangement: Arrangement, documentId: string, pages: Pages) {
  for (const pageId of arrangement.documents[documentId]?.pageIds ?? []) {
    if (arrangement.pages[pageId]?.use !== 'cover') continue
    for (const code of pages.get(pageId)?.facts.codes ?? []) {
      const cover = readCoverCode(code)
      if (cover !== null) return cover
    }
  }
  return null
}

type Given = {
  batch: Batch
  account: { accountNo: string; branchNo: string } | null
  type: string | null | undefined
  section: string | null | undefined
}

function effective(
  arrangement: Arrangement,
  documentId: string,
  { batch, account, type, section }: Given,
): EffectiveIndex {
  const stated = arrangement.documents[documentId]?.stated
  const sources: Record<string, IndexField['source']> = {}
  const choose = (field: string, ...given: [IndexField['source'], string | null | undefined][]) => {
    const found = given.find(([, value]) => value !== null && value !== undefined)
    sources[field] = found?.[0] ?? null
    return found?.[1] ?? null
  }
  const accountNo = choose(
    'accountNo',
    ['person', stated?.accountNo],
    ['cover', account?.accountNo],
    ['batch', batch.accountNo],
  )
  // A branch belongs to the account beside which it was written.
  const beside = sources['accountNo']
  const head = accountNo === null ? null : '000000'
  const branchNo = choose(
    'branchNo',
    ['person', stated?.branchNo],
    ['cover', beside === 'cover' ? account?.branchNo : null],
    ['batch', beside === 'batch' ? batch.branchNo : null],
    [beside ?? null, head],
  )
  for (const field of Object.keys(stated?.fields ?? {})) sources[field] = 'person'
  if (stated?.dated) sources['dated'] = 'person'
  return {
    accountNo,
    branchNo,
    type: choose('type', ['person', stated?.type], ['cover', type]),
    section: choose('section', ['person', stated?.section], ['cover', section]),
    title: choose('title', ['person', stated?.title]),
    dated: stated?.dated ?? null,
    fields: stated?.fields ?? {},
    sources,
  }
}

/** The fields of a document with what the machine proposes for each, and whether both agree. */
export function indexFields(
  index: EffectiveIndex,
  { proposals, employer }: { proposals: readonly FieldProposal[]; employer: SearchRow | undefined },
): IndexField[] {
  return fieldsOfType(index.type).map((row): IndexField => {
    const { field } = row
    const value = fieldValue(index, field)
    const proposal = proposalFor(field, { proposals, employer })
    return {
      ...row,
      value,
      source: index.sources[field] ?? null,
      proposal,
      state: stateOf(value, proposal),
    }
  })
}

function fieldValue(index: EffectiveIndex, field: string): string | null {
  switch (field) {
    case 'accountNo':
    case 'branchNo':
    case 'type':
    case 'section':
    case 'title':
      return index[field]
    case 'dated':
      return index.dated === null ? null : dateText(index.dated)
    default:
      return index.fields[field] ?? null
  }
}

function stateOf(value: string | null, proposal: Proposal | null): IndexField['state'] {
  if (proposal === null) return 'abstain'
  if (value === null) return 'proposed'
  return value === proposal.value ? 'agree' : 'disagree'
}

export type FieldProposal = Proposal & { readonly field: string }

/** What the reader saw on the kept pages of a document. The first page alone says what kind of paper it is. */
export function proposalsOf(
  arrangement: Arrangement,
  documentId: string,
  pages: Pages,
): FieldProposal[] {
  return keptPages(arrangement, documentId).flatMap((pageId, at) =>
    (pages.get(pageId)?.proposals ?? [])
      .filter(({ field }) => at === 0 || field !== 'type')
      .map((proposal) => ({ ...proposal, pageId })),
  )
}

type Evidence = { proposals: readonly FieldProposal[]; employer: SearchRow | undefined }

function proposalFor(field: string, { proposals, employer }: Evidence): Proposal | null {
  const known = field === 'juristicNo' ? employer?.juristicDigits : undefined
  if (known) {
    return { value: known, confidence: 1, reason: 'register', pageId: null, box: null }
  }
  let best: FieldProposal | null = null
  for (const proposal of proposals) {
    if (proposal.field !== field || proposal.confidence < proposalLimits.confidence_min) continue
    if (best === null || proposal.confidence > best.confidence) best = proposal
  }
  if (best === null) return null
  const { value, confidence, reason, pageId, box } = best
  return { value, confidence, reason, pageId, box }
}
