import { standOnLine } from '#paper-files'
import { jsonb, type Tx, type WriteTables } from '#platform/postgres'
import { type Applying, defineProjection } from '#record'
import { commits } from './commits.ts'
import type { Person } from './contract.ts'
import { startingSwitching } from './sampling/switching.ts'
import { switchingOf } from './store.ts'
import type { ConversionTables, Judged } from './tables.ts'

type Write = WriteTables<ConversionTables>

export const projection = defineProjection(commits, {
  async 'conversion.opened/1'(commit, write) {
    const { body, ticket, at, actor } = commit
    const opened = new Date(at)
    await write
      .tables<ConversionTables>()
      .insertInto('record.conversionBatch')
      .values({
        ...body,
        state: 'scanning',
        round: 0,
        documents: 0,
        pages: 0,
        openedAt: opened,
        openedBy: actor.name,
        stateSince: opened,
        scannedBy: jsonb([personOf(actor)]),
        sentCount: null,
        ticket,
      })
      .execute()
    const { paperFileId, number } = body
    if (paperFileId === null) return
    await movePaper(write, commit, { paperFileId, state: 'on-line', number })
  },

  async 'conversion.portion-received/1'({ body, ticket, actor }, write) {
    const tables = write.tables<ConversionTables>()
    await tables
      .insertInto('record.conversionPortion')
      .values({ ...body, place: jsonb(body.place), ticket })
      .execute()
    await addScanners(tables, { batchId: body.batchId, people: [personOf(actor)], ticket })
  },

  async 'conversion.sent/1'({ body, ticket, at, actor }, write) {
    const tables = write.tables<ConversionTables>()
    const { batchId, officeId, documents } = body
    const pages = documents.reduce((sum, document) => sum + document.pages.length, 0)
    await tables
      .updateTable('record.conversionBatch')
      .set({ state: 'checking', round: body.round, stateSince: new Date(at), ticket })
      .set({ documents: documents.length, pages, sentCount: jsonb(body.count) })
      .where('batchId', '=', batchId)
      .execute()
    const people = [...body.scannedBy, personOf(actor)]
    await addScanners(tables, { batchId, people, ticket })
    const earlier = await tables
      .selectFrom('record.conversionDocument')
      .select(['documentId', 'digest', 'verdict', 'judged'])
      .where('batchId', '=', batchId)
      .execute()
    await tables.deleteFrom('record.conversionDocument').where('batchId', '=', batchId).execute()
    for (const [index, { digest, ...facts }] of documents.entries()) {
      const { documentId } = facts
      // What was accepted and is unchanged stays accepted.
      const kept = earlier.find(
        (row) => row.documentId === documentId && row.digest === digest && row.verdict === 'accept',
      )
      await tables
        .insertInto('record.conversionDocument')
        .values({
          ...{ batchId, documentId, officeId, digest, ordinal: index + 1, ticket },
          facts: jsonb(facts),
          verdict: kept?.verdict ?? null,
          judged: kept?.judged ? jsonb(kept.judged) : null,
        })
        .execute()
    }
  },

  async 'conversion.checked/1'({ body, ticket, at, actor }, write) {
    const tables = write.tables<ConversionTables>()
    const { batchId, officeId, round, plan, planted, caught, result, verdicts } = body
    const state = result === 'accepted' ? 'certifying' : 'returned'
    await tables
      .updateTable('record.conversionBatch')
      .set({ state, stateSince: new Date(at), ticket })
      .where('batchId', '=', batchId)
      .execute()
    for (const { documentId, verdict, by, at: judgedAt, ...rest } of verdicts) {
      const { reason, note, pageIds } = rest
      const back = verdict === 'reject' && reason !== null ? { reason, note, pageIds } : null
      await judge(tables, {
        batchId,
        documentId,
        verdict,
        ticket,
        judged: { by, at: judgedAt, back },
      })
    }
    const { person, name: personName } = personOf(actor)
    const rejected = verdicts.filter(({ verdict }) => verdict === 'reject').length
    await tables
      .insertInto('record.conversionCheck')
      .values({
        ...{
          batchId,
          round,
          officeId,
          person,
          personName,
          planted,
          caught,
          result,
          ticket,
          rejected,
        },
        checkedAt: new Date(at),
        documents: verdicts.length,
        plan: jsonb(plan),
      })
      .execute()
    const switching = jsonb(body.switching)
    await tables
      .insertInto('record.conversionSeverity')
      .values({ officeId, switching, ticket })
      .onConflict((conflict) => conflict.column('officeId').doUpdateSet({ switching, ticket }))
      .execute()
  },

  async 'conversion.returned/1'({ body, ticket, at, actor }, write) {
    const tables = write.tables<ConversionTables>()
    const { batchId, documents } = body
    await tables
      .updateTable('record.conversionBatch')
      .set({ state: 'returned', stateSince: new Date(at), ticket })
      .where('batchId', '=', batchId)
      .execute()
    for (const { documentId, ...back } of documents) {
      const judged = { by: personOf(actor), at, back }
      await judge(tables, { batchId, documentId, verdict: 'reject', ticket, judged })
    }
  },

  async 'conversion.sampling-chosen/1'({ body, ticket, at, actor }, write) {
    const tables = write.tables<ConversionTables>()
    const { officeId, version, choice } = body
    await tables
      .insertInto('record.conversionSampling')
      .values({
        officeId,
        version,
        choice: jsonb(choice),
        chosenAt: new Date(at),
        chosenBy: actor.name,
        ticket,
      })
      .execute()
    if (!choice.reducedAllowed) await endReduced(tables, { officeId, ticket })
  },

  async 'conversion.certified/1'(commit, write) {
    const { body, ticket, at } = commit
    const { number } = await write
      .tables<ConversionTables>()
      .updateTable('record.conversionBatch')
      .set({ state: 'certified', stateSince: new Date(at), ticket })
      .where('batchId', '=', body.batchId)
      .returning('number')
      .executeTakeFirstOrThrow()
    const paperFileId = body.convertedPaperFileId
    if (paperFileId === null) return
    await movePaper(write, commit, { paperFileId, state: 'converted', number })
  },
})

/** What the office allows no longer ends at once, not with the next lot. */
async function endReduced(
  tables: Write,
  { officeId, ticket }: { officeId: string; ticket: number },
): Promise<void> {
  const switching = await switchingOf(tables, officeId)
  if (switching.severity !== 'reduced') return
  await tables
    .updateTable('record.conversionSeverity')
    .set({ switching: jsonb(startingSwitching), ticket })
    .where('officeId', '=', officeId)
    .execute()
}

type PaperMove = { paperFileId: string; state: 'on-line' | 'converted'; number: string }

/** The paper goes the way of its batches; its stream is held by the same commit. */
async function movePaper(
  write: Tx,
  { id, ticket, at, actor }: Pick<Applying, 'id' | 'ticket' | 'at' | 'actor'>,
  { number, ...move }: PaperMove,
): Promise<void> {
  const act = { ticket, actId: id, at: new Date(at), by: actor.name, reason: null, undoes: null }
  await standOnLine(write, move, { ...act, lineBatch: number })
}

function personOf({ person, name }: { person: string; name: string }): Person {
  return { person, name }
}

/** Everybody once, by person; the name is that of the first time. */
async function addScanners(
  tables: Write,
  { batchId, people, ticket }: { batchId: string; people: readonly Person[]; ticket: number },
): Promise<void> {
  const row = await tables
    .selectFrom('record.conversionBatch')
    .select('scannedBy')
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow()
  const all = new Map(row.scannedBy.map((person) => [person.person, person]))
  for (const person of people) if (!all.has(person.person)) all.set(person.person, person)
  await tables
    .updateTable('record.conversionBatch')
    .set({ scannedBy: jsonb([...all.values()]), ticket })
    .where('batchId', '=', batchId)
    .execute()
}

type Judging = {
  batchId: string
  documentId: string
  verdict: 'accept' | 'reject'
  judged: Judged
  ticket: number
}

async function judge(tables: Write, judging: Judging): Promise<void> {
  const { batchId, documentId, verdict, judged, ticket } = judging
  await tables
    .updateTable('record.conversionDocument')
    .set({ verdict, judged: jsonb(judged), ticket })
    .where('batchId', '=', batchId)
    .where('documentId', '=', documentId)
    .execute()
}
