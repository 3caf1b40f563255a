import { type EmployersTables, officesOfAccounts } from '#employers'
import type { Tx } from '#platform/postgres'
import type { Follower } from '#record'
import { commits, type Described } from './commits.ts'
import { type MovedDocument, moveToOffice } from './move-to-office.ts'
import type { DocumentsTables } from './tables.ts'

export const limits = { followed_batch: 5_000 }

const prefix = 'employer/'

export type CorrectedDocument = Pick<Described, 'type' | 'dated'> & { documentId: string }

/**
 * Papers follow their employer to its new office, in the import's own transaction and behind its
 * projection. `moved` and `corrected` hear which, so that what is derived from them follows too.
 */
export function documentsFollower(given: {
  moved(tx: Tx, documents: readonly MovedDocument[]): Promise<void>
  corrected(tx: Tx, documents: readonly CorrectedDocument[]): Promise<void>
}): Follower {
  const follow = async (tx: Tx, accountNos: readonly string[]) => {
    if (accountNos.length === 0) return
    const offices = await officesOfAccounts(tx.tables<EmployersTables>(), accountNos)
    const documents = await moveToOffice(tx, offices)
    if (documents.length > 0) await given.moved(tx, documents)
  }
  return {
    async 'employers.imported/1'(commit, tx) {
      if (!(await anythingFiled(tx))) return
      let accountNos: string[] = []
      for await (const { stream, version } of commit.plan()) {
        // The first commit of an employer: nothing was filed for it before.
        if (version === 1 || !stream.startsWith(prefix)) continue
        accountNos.push(stream.slice(prefix.length))
        if (accountNos.length < limits.followed_batch) continue
        await follow(tx, accountNos)
        accountNos = []
      }
      await follow(tx, accountNos)
    },

    async 'documents.corrected/1'({ body }, tx) {
      const { documents } = commits.schemas['documents.corrected/1'].parse(body)
      const corrected = documents.map(({ documentId, after: { type, dated } }) => ({
        ...{ documentId, type, dated },
      }))
      await given.corrected(tx, corrected)
    },
  }
}

async function anythingFiled(tx: Tx): Promise<boolean> {
  const row = await tx
    .tables<DocumentsTables>()
    .selectFrom('record.document')
    .select('documentId')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
