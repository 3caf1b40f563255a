import { sql } from 'kysely'
import { type Actor, type Clock, newId, Refusal } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import { idOf } from '#platform/digests'
import type { Tx } from '#platform/postgres'
import { readStored } from './commit-files.ts'
import { commits } from './commits.ts'
import { publicKeyOf } from './node-key.ts'
import { adopt } from './rebuild.ts'
import { type RecordPowers, recordAct } from './record-act.ts'
import { refusals } from './refusals.ts'
import type { RecordTables } from './tables.ts'

export const limits = { orphan_days: 3 }

/** The act that a node's own machinery performs, in its own name. */
export function systemActor(office: string): Actor {
  return { person: 'system', name: 'ระบบแฟ้ม', office, role: 'system', assurance: 'system' }
}

const readme = `แฟ้มนายจ้างอิเล็กทรอนิกส์ (Faem): ที่เก็บหลักฐาน
ทุกไฟล์ใน blob/ คือเนื้อหาที่ได้รับ ชื่อไฟล์คือ SHA-256 ของเนื้อหา ห้ามแก้ไข
ทุกไฟล์ใน commit/ คือการกระทำหนึ่งครั้ง เป็น JSON หนึ่งบรรทัด (RFC 8785) ชื่อไฟล์คือ SHA-256

The record of an electronic employer file.
blob/    bytes as received, each file named by its SHA-256. Never changed.
commit/  one act each: canonical JSON (RFC 8785), named by its SHA-256, sealed with Ed25519.
         "streams" places it: everything about one thing, in order of "version"; "previous" is the digest
         of the commit before. Tables can be computed again by applying all commits in order of "ticket";
         of several that claim one place the highest ticket counts.
claim/   which database writes here; the highest number holds.
tmp/     unfinished writes of a crash. Never part of the record.
`

/**
 * Makes sure that this database and this store belong together, then takes in what a crash left between
 * commit file and COMMIT. Called before anything is served.
 * @throws Refusal `record.store_claimed`, `record.rebuild_unfinished`
 */
export async function openInstallation(powers: RecordPowers, clock: Clock): Promise<OpenReport> {
  const { database, store } = powers
  const id = await database.transaction((tx) => installationId(tx, clock))
  await store.write('README.txt', Buffer.from(readme))
  await store.write('FORMAT', Buffer.from('faem-store/1\n'))
  await claimStore(store, id)
  const adopted = await adoptOrphans(powers, clock)
  await announceNode(powers)
  return adopted
}

export type OpenReport = { readonly adopted: number; readonly voided: number }

async function installationId(tx: Tx, clock: Clock): Promise<string> {
  const write = tx.tables<RecordTables>()
  await write
    .insertInto('desk.installation')
    .values({ one: true, id: newId(clock.now()), storeId: null, rebuilding: false })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await write.selectFrom('desk.installation').selectAll().executeTakeFirstOrThrow()
  if (row.rebuilding) throw new Refusal(refusals.rebuild_unfinished)
  return row.id
}

/** The highest claim names the database that writes here. */
async function claimStore(store: BlobStore, installation: string): Promise<void> {
  const holder = await lastClaim(store)
  if (holder === null) await store.write('claim/1', Buffer.from(installation))
  else if (holder.installation !== installation) {
    throw new Refusal(refusals.store_claimed, { holder: holder.installation })
  }
}

/** A rebuild into a new database takes the store over, in the open: a further claim. */
export async function takeStoreOver(powers: RecordPowers, clock: Clock): Promise<void> {
  const installation = await powers.database.transaction(async (tx) => {
    const write = tx.tables<RecordTables>()
    await write.updateTable('desk.installation').set({ rebuilding: false }).execute()
    return await installationId(tx, clock)
  })
  const holder = await lastClaim(powers.store)
  if (holder?.installation === installation) return
  await powers.store.write(`claim/${(holder?.number ?? 0) + 1}`, Buffer.from(installation))
}

async function lastClaim(store: BlobStore) {
  let last: { number: number; installation: string } | null = null
  for await (const key of store.list('claim')) {
    const number = Number(key.slice('claim/'.length))
    const installation = (await store.read(key))?.toString('utf8') ?? ''
    if (last === null || number > last.number) last = { number, installation }
  }
  return last
}

/** Commit files of the last days that the database does not know: adopted, or left as void. */
async function adoptOrphans(powers: RecordPowers, clock: Clock): Promise<OpenReport> {
  const known = await powers.database.transaction((tx) => recentDigests(tx))
  let adopted = 0
  let voided = 0
  for (const day of recentDays(clock)) {
    const orphans = []
    for await (const key of powers.store.list(`commit/${day}`)) {
      if (!known.has(digestOf(key))) orphans.push(await readStored(powers.store, key))
    }
    // Of several for one place the highest ticket counts, so the later try is looked at first.
    orphans.sort((a, b) => b.commit.ticket - a.commit.ticket)
    for (const orphan of orphans) {
      const taken = await powers.database.transaction(async (tx) => {
        const counts = await adopt(powers, tx, orphan)
        if (counts) await powers.react(orphan.commit, tx)
        return counts
      })
      if (taken) adopted += 1
      else voided += 1
    }
  }
  return { adopted, voided }
}

function digestOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1, -'.json'.length)
}

async function recentDigests(tx: Tx): Promise<Set<string>> {
  const rows = await sql<{ sha256: Buffer }>`select sha256 from record.commit
    where at > now() - make_interval(days => ${limits.orphan_days + 1})`.execute(tx.tables())
  return new Set(rows.rows.map(({ sha256 }) => sha256.toString('hex')))
}

function recentDays(clock: Clock): string[] {
  const now = clock.now().getTime()
  return Array.from({ length: limits.orphan_days }, (_, back) =>
    new Date(now - back * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '/'),
  )
}

async function announceNode(powers: RecordPowers): Promise<void> {
  const { node } = powers.key
  const publicKey = publicKeyOf(powers.key)
  const id = idOf('record.node-announced', node, publicKey)
  await recordAct(powers, systemActor('1000'), {
    act: { id, streams: [`store/${node}`] },
    decide: async () => commits.fact('record.node-announced/1', { node, publicKey }),
  })
}
