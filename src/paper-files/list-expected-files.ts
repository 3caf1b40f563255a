import { accountsOfOffice } from '#employers'
import { idOf } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits, type ListedFacts } from './commits.ts'
import { type ListedChange, listedChanges } from './listed-changes.ts'
import { paperFileId } from './paper-file.ts'
import { officeInScope, type Read } from './store.ts'
import type { PaperFilesTables } from './tables.ts'

export const limits = { page_accounts: 5_000 }

/**
 * Expects one paper file for each employer of the office that has none in the list yet: the denominator,
 * from the register. Done again it lists only employers that came since.
 */
export async function listExpectedFiles(
  context: Context,
  officeId: string,
): Promise<{ listed: number }> {
  officeInScope(context.may('paper-files.import'), officeId)
  const first = await expectedChanges(context.read(), officeId)
  const [head] = first
  if (head === undefined) return { listed: 0 }
  const listId = idOf('paper-files.register', officeId, head.stream, String(first.length))
  const commit = await context.record(
    { id: listId, streams: [] },
    async (read: ReadTables<PaperFilesTables>) => {
      const changes = await expectedChanges(read as Read, officeId)
      if (changes.length === 0) return null
      const source = { kind: 'register' as const, officeId }
      const body = { listId, source, refused: 0, warnings: 0 }
      return commits.fact('paper-files.listed/1', body, { plan: inOrder(changes) })
    },
  )
  return { listed: commit === null ? 0 : plannedCount(commit) }
}

/** How many files an act with a plan changed. */
export function plannedCount({ streams }: { streams: readonly unknown[] | { count: number } }) {
  return 'count' in streams ? streams.count : streams.length
}

export async function* inOrder(changes: readonly ListedChange[]): AsyncIterable<ListedChange> {
  yield* changes
}

async function expectedChanges(read: Read, officeId: string): Promise<ListedChange[]> {
  const files: { paperFileId: string; facts: ListedFacts }[] = []
  for (let after = ''; ; ) {
    const accounts = await accountsOfOffice(read, officeId, { after, limit: limits.page_accounts })
    const last = accounts.at(-1)
    if (last === undefined) break
    after = last
    const known = await accountsWithPaper(read, accounts)
    for (const accountNo of accounts) {
      if (known.has(accountNo)) continue
      const name = { accountNo, branchNo: '000000', volumeNo: 1 }
      const place = { box: '', building: '', shelf: '' }
      const facts = { ...name, ...place, condition: 'unknown' as const, officeId }
      files.push({ paperFileId: paperFileId(name), facts })
    }
  }
  return await listedChanges(read, files)
}

async function accountsWithPaper(read: Read, accounts: readonly string[]): Promise<Set<string>> {
  const rows = await read
    .selectFrom('record.paperFile')
    .select('accountNo')
    .distinct()
    .where('accountNo', 'in', accounts)
    .execute()
  return new Set(rows.map(({ accountNo }) => accountNo))
}
