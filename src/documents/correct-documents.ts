import { type EmployerFilesTables, listSections } from '#employer-files'
import { type EmployersTables, findEmployer } from '#employers'
import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { listDocumentTypes } from './catalogue.ts'
import { commits, type Described } from './commits.ts'
import { type Correction, type DocumentChange, limits } from './contract.ts'
import { described, type Rules, type Standing, whyNotCorrect } from './correction.ts'
import { type CertifiedGiven, certifiedAmong } from './given.ts'
import { refusals } from './refusals.ts'
import type { DocumentsTables } from './tables.ts'
import { correctionsOf, correctionsOfAct, placeOfDocument, standingOf } from './versions.ts'

type Read = ReadTables<DocumentsTables & EmployerFilesTables & EmployersTables>

/** A document, the version of it that the person saw, and what is to be said of it. */
type Wanted = { documentId: string; seen: number; change: DocumentChange }

type Act = { id: Id; accountNo: string; reason: string | null }

type Taking = Act & {
  /** What was asked, so that a repeated id is known to mean the same. */
  input: unknown
  undoes?: string
  restores?: number
  wanted(read: Read): Promise<Wanted[]>
}

/**
 * Corrects what is said of documents of one file, as one act. Their pages stay; so does what was said before.
 * @throws Refusal `documents.file_unknown` (also out of scope), `document_unknown`, `moved_on`,
 *   `reason_needed`, `too_many_corrected`, `type_unknown`, `section_unknown`, `classified`
 */
export async function correctDocuments<Tables>(
  context: Context,
  correction: Act & {
    documents: readonly { documentId: string; version: number }[]
    change: DocumentChange
  },
  given: CertifiedGiven<Tables> = {},
): Promise<Correction> {
  const { documents, change, ...act } = correction
  const wanted = documents.map(({ documentId, version: seen }) => ({ documentId, seen, change }))
  const { id, ...input } = correction
  return await take(context, { ...act, input, wanted: async () => wanted }, given)
}

/** Takes a correction back, where nobody corrected the documents since. @throws Refusal `correction_unknown`, `moved_on` */
export async function undoCorrection<Tables>(
  context: Context,
  { id, accountNo, actId }: { id: Id; accountNo: string; actId: string },
  given: CertifiedGiven<Tables> = {},
): Promise<Correction> {
  return await take(
    context,
    {
      ...{ id, accountNo, input: { accountNo, undoes: actId }, undoes: actId },
      // The act that is taken back gave its reason.
      reason: null,
      async wanted(read) {
        const rows = await correctionsOfAct(read, { accountNo, actId })
        if (rows.length === 0) throw new Refusal(refusals.correction_unknown, { actId })
        return rows.map(({ documentId, version, before }) => wantedOf(documentId, version, before))
      },
    },
    given,
  )
}

/** Puts the values of an older version back. @throws Refusal `document_unknown`, `version_unknown`, `moved_on`, `reason_needed` */
export async function restoreVersion<Tables>(
  context: Context,
  asked: { id: Id; documentId: string; version: number; seen: number; reason: string | null },
  given: CertifiedGiven<Tables> = {},
): Promise<Correction> {
  const { id, documentId, version, seen, reason } = asked
  const scope = context.may('documents.correct')
  const place = await placeOfDocument(context.read<DocumentsTables>(), scope, documentId)
  if (place === null) throw new Refusal(refusals.document_unknown, { documentId })
  const input = { documentId, version, seen, reason }
  return await take(
    context,
    {
      ...{ id, accountNo: place.accountNo, reason, input, restores: version },
      async wanted(read) {
        const corrections = await correctionsOf(read, documentId)
        const values =
          corrections.find((row) => row.version === version + 1)?.before ??
          corrections.find((row) => row.version === version)?.after
        if (values === undefined) throw new Refusal(refusals.version_unknown, { version })
        return [wantedOf(documentId, seen, values)]
      },
    },
    given,
  )
}

function wantedOf(documentId: string, seen: number, { tier, ...change }: Described): Wanted {
  return { documentId, seen, change }
}

async function take<Tables>(
  context: Context,
  { id, accountNo, input, wanted, ...act }: Taking,
  given: CertifiedGiven<Tables>,
): Promise<Correction> {
  const scope = context.may('documents.correct')
  const commit = await context.record(
    { id, streams: [`employer/${accountNo}`], input },
    async (read: Read) => {
      const employer = await findEmployer(read, scope, accountNo)
      if (employer === null) throw new Refusal(refusals.file_unknown, { accountNo })
      const all = await wanted(read)
      const most = limits.corrected_documents_max
      if (all.length > most) {
        throw new Refusal(refusals.too_many_corrected, { count: all.length, most })
      }
      const documentIds = all.map(({ documentId }) => documentId)
      const standing = await standingOf(read, { accountNo, documentIds })
      const certified = await certifiedAmong(context.read<Tables>(), standing, given)
      const asked = { wanted: all, standing, certified, rules: await rulesOf(read), ...act }
      const documents = decideEach(asked)
      if (documents.length === 0) return null
      const { undoes = null, restores = null, reason } = act
      const { officeId } = employer
      const body = { accountNo, officeId, documents, reason, undoes, restores }
      return commits.fact('documents.corrected/1', body)
    },
  )
  return { actId: id, changed: commit?.body.documents.length ?? 0 }
}

type Asked = {
  wanted: readonly Wanted[]
  standing: readonly Standing[]
  certified: ReadonlySet<string>
  rules: Rules
  reason: string | null
  undoes?: string
}

/** Each document that the act changes, before and after; those that say so already are left out. */
function decideEach({ wanted, standing, certified, rules, reason, undoes }: Asked) {
  return wanted.flatMap(({ documentId, seen, change }) => {
    const now = standing.find((one) => one.documentId === documentId)
    const isCertified = certified.has(documentId) && undoes === undefined
    const refusal = whyNotCorrect(now, { seen, certified: isCertified, reason })
    if (refusal !== null) throw refusal
    if (now === undefined) return []
    const { type, section, title, dated, tier } = now
    const before = { type, section, title, dated, tier }
    const after = described(before, change, rules)
    if (isSame(before, after)) return []
    return { documentId, version: now.version + 1, before, after }
  })
}

function isSame(one: Described, other: Described): boolean {
  return (
    one.type === other.type &&
    one.section === other.section &&
    one.title === other.title &&
    one.tier === other.tier &&
    one.dated?.date === other.dated?.date &&
    one.dated?.precision === other.dated?.precision
  )
}

async function rulesOf(read: Read): Promise<Rules> {
  const types = new Map((await listDocumentTypes(read)).map((type) => [type.code, type]))
  const sections = new Map((await listSections(read)).map((section) => [section.code, section]))
  return { type: (code) => types.get(code), section: (code) => sections.get(code) }
}
