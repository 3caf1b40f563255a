import { sql } from 'kysely'
import {
  batchesToCertify,
  type CertifiableBatch,
  type ConversionTables,
  certifiableBatch,
} from '#conversion'
import { type DocumentsTables, listDocumentTypes } from '#documents'
import type { DocumentCertification } from '#documents/contract'
import { canonicalJson, type Scope } from '#kernel'
import { sha256 } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import { type Context, scopeOrNull } from '#record'
import {
  type BatchToCertify,
  type Certification,
  duties,
  limits,
  type Signature,
} from './contract.ts'
import { dutyActions, looksWanted, whyNotSign } from './duties.ts'
import { checkRules } from './rules.ts'
import type { CertificationTables } from './tables.ts'
import { wording } from './wording.ts'

export type Read = ReadTables<CertificationTables & ConversionTables & DocumentsTables>

/** What a signature is put under: the documents of the batch, each by its own digest. */
export function batchDigest({ batchId, round, documents }: CertifiableBatch): string {
  return sha256(canonicalJson({ batchId, round, documents: documents.map(({ digest }) => digest) }))
}

/** The signatures that count: of this round, under the documents as they stand. */
export async function signaturesOf(read: Read, batch: CertifiableBatch): Promise<Signature[]> {
  const rows = await read
    .selectFrom('record.signature')
    .selectAll()
    .where('batchId', '=', batch.batchId)
    .where('round', '=', batch.round)
    .where('digest', '=', batchDigest(batch))
    .orderBy('ticket')
    .execute()
  return rows.map(({ duty, person, personName: name, position, signedAt }) => ({
    ...{ duty, person, name, position },
    at: signedAt.toISOString(),
  }))
}

/** The documents that the person has opened for signing in this round. */
export async function looksOf(
  read: Read,
  { batchId, round }: Pick<CertifiableBatch, 'batchId' | 'round'>,
  person: string,
): Promise<string[]> {
  const rows = await read
    .selectFrom('desk.certificationLook')
    .select('documentId')
    .where('batchId', '=', batchId)
    .where('round', '=', round)
    .where('person', '=', person)
    .execute()
  return rows.map(({ documentId }) => documentId)
}

export async function listToCertify(
  context: Context,
): Promise<{ batches: BatchToCertify[]; wording: string }> {
  const scope = context.may('certification.list')
  const read = context.read<CertificationTables & ConversionTables & DocumentsTables>()
  const titles = new Map(
    (await listDocumentTypes(read)).map(({ code, titleTh }) => [code, titleTh]),
  )
  const batches: BatchToCertify[] = []
  for (const batchId of await batchesToCertify(read, scope)) {
    batches.push(await toCertify(context, read, { scope, batchId, titles }))
  }
  return { batches, wording: wording.text }
}

type Asked = { scope: Scope; batchId: string; titles: ReadonlyMap<string, string> }

async function toCertify(
  context: Context,
  read: Read,
  { scope, batchId, titles }: Asked,
): Promise<BatchToCertify> {
  const batch = await certifiableBatch(read, scope, batchId)
  const signatures = await signaturesOf(read, batch)
  const looked = await looksOf(read, batch, context.actor.person)
  const trouble = await read
    .selectFrom('desk.certificationTrouble')
    .select('failed')
    .where('batchId', '=', batchId)
    .where('round', '=', batch.round)
    .executeTakeFirst()
  const { number, officeId, round, documents } = batch
  return {
    ...{ batchId, number, officeId, round, signatures, looked },
    documents: documents.length,
    pages: documents.reduce((sum, { pages }) => sum + pages.length, 0),
    digest: batchDigest(batch),
    mine: mineOf(context, batch, { signatures, looked: looked.length }),
    rules: checkRules(batch),
    trouble: trouble?.failed ?? [],
    documentList: documents.map(({ documentId, accountNo, type, pages }) => ({
      ...{ documentId, accountNo, type },
      typeTitleTh: titles.get(type) ?? type,
      pageList: pages.map(({ pageId, turn, straighten }) => ({ pageId, turn, straighten })),
    })),
  }
}

function mineOf(
  context: Context,
  batch: CertifiableBatch,
  { signatures, looked }: { signatures: readonly Signature[]; looked: number },
): BatchToCertify['mine'] {
  return duties
    .filter((duty) => signatures.every((signature) => signature.duty !== duty))
    .filter((duty) => maySign(context, batch, dutyActions[duty]))
    .map((duty) => {
      const signing = signingOf(batch, { duty, person: context.actor.person, looked })
      return { duty, refused: whyNotSign(signing)?.code ?? null, wanted: looksWanted(signing) }
    })
}

function maySign(context: Context, { officeId }: CertifiableBatch, action: string): boolean {
  const offices = scopeOrNull(context, action)?.offices ?? []
  return offices === 'all' || offices.includes(officeId)
}

/** The facts by which it is decided whether a person may sign. */
export function signingOf<More extends { person: string }>(batch: CertifiableBatch, more: More) {
  return {
    ...more,
    converters: batch.converters.map(({ person }) => person),
    checkers: batch.checkers.map(({ person }) => person),
    documents: batch.documents.length,
  }
}

/** Running numbers of the office and year; the office's certifications are held meanwhile. */
export async function nextNumber(read: Read, officeId: string, prefix: string): Promise<string> {
  const row = await read
    .selectFrom('record.certification')
    .select(sql<string | null>`max(number)`.as('last'))
    .where('officeId', '=', officeId)
    .where('number', 'like', `${prefix}%`)
    .executeTakeFirst()
  const last = Number(row?.last?.slice(prefix.length) ?? 0)
  return `${prefix}${String(last + 1).padStart(6, '0')}`
}

export async function listCertifications(
  context: Context,
  { before }: { before?: string | undefined },
): Promise<{ certifications: Certification[]; next: string | null }> {
  const scope = context.may('certification.list')
  let query = context
    .read<CertificationTables>()
    .selectFrom('record.certification')
    .selectAll()
    .orderBy('ticket', 'desc')
    .limit(limits.page_size_max)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  if (before !== undefined) query = query.where('ticket', '<', Number(before))
  const rows = await query.execute()
  const last = rows.at(-1)
  return {
    certifications: rows.map(certificationOf),
    next: rows.length < limits.page_size_max || last === undefined ? null : String(last.ticket),
  }
}

/** Who vouched for a document. No scope: for showing with a document that is opened already. */
export async function certificationOfDocument(
  read: ReadTables<CertificationTables & DocumentsTables>,
  documentId: string,
): Promise<DocumentCertification | null> {
  const row = await read
    .selectFrom('record.certification')
    .innerJoin('record.document', 'record.document.batchId', 'record.certification.batchId')
    .select(['number', 'certifiedAt', 'duties'])
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    number: row.number,
    certifiedAt: row.certifiedAt.toISOString(),
    people: row.duties.map(({ duty, name }) => ({ duty, name })),
  }
}

/** Those of these batches that are certified. No scope: for showing with documents that are opened already. */
export async function certifiedBatches(
  read: ReadTables<CertificationTables>,
  batchIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom('record.certification')
    .select('batchId')
    .where('batchId', 'in', [...batchIds])
    .execute()
  return new Set(rows.map(({ batchId }) => batchId))
}

function certificationOf(row: CertificationTables['record.certification']): Certification {
  const { batchId, number, officeId, certifiedAt, documents, pages } = row
  return {
    ...{ batchId, number, officeId, documents, pages },
    certifiedAt: certifiedAt.toISOString(),
    duties: row.duties,
  }
}
