import { Refusal } from '#kernel'
import type { Described } from './commits.ts'
import type { DocumentChange, DocumentType } from './contract.ts'
import { isClassified, tierOf } from './file-document.ts'
import { refusals } from './refusals.ts'

/** A document as it stands, and who said so last. */
export type Standing = Described & {
  documentId: string
  version: number
  /** Who corrected it last; null where nobody did. */
  correctedBy: string | null
}

type Correcting = {
  /** The version that the person saw. */
  seen: number
  certified: boolean
  reason: string | null
}

/** Null when somebody who saw `seen` of the document may correct it. */
export function whyNotCorrect(
  standing: Standing | undefined,
  { seen, certified, reason }: Correcting,
): Refusal | null {
  if (standing === undefined) return new Refusal(refusals.document_unknown)
  const { documentId, version, correctedBy } = standing
  if (version !== seen) return new Refusal(refusals.moved_on, { documentId, by: correctedBy })
  // The certificate says what was certified; whoever says otherwise says why.
  if (certified && reason === null) return new Refusal(refusals.reason_needed, { documentId })
  return null
}

/** The rows of the catalogue and of the sections that a correction is judged by. */
export type Rules = {
  type(code: string): DocumentType | undefined
  section(code: string): { raisesTo: DocumentType['tier'] | null } | undefined
}

/**
 * What is said of the document after the change. A new type brings its section, unless another is named.
 * @throws Refusal `documents.type_unknown`, `section_unknown`, `classified`
 */
export function described(before: Described, change: DocumentChange, rules: Rules): Described {
  const type = rules.type(change.type ?? before.type)
  // A paper of a type that has left the catalogue keeps it until somebody names another.
  if (type === undefined && change.type !== undefined && change.type !== before.type) {
    throw new Refusal(refusals.type_unknown, { type: change.type })
  }
  const code = change.section ?? (change.type === undefined ? before.section : type?.section)
  const section = rules.section(code ?? before.section)
  if (section === undefined && code !== before.section) {
    throw new Refusal(refusals.section_unknown, { section: code })
  }
  const tier = tierOf(type ?? before, section?.raisesTo ?? null)
  if (isClassified(tier)) throw new Refusal(refusals.classified)
  return {
    type: type?.code ?? before.type,
    section: code ?? before.section,
    title: change.title === undefined ? before.title : change.title,
    dated: change.dated === undefined ? before.dated : change.dated,
    tier,
  }
}
