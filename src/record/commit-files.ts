import { Refusal } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import { type Commit, readCommit, type SealedCommit } from './commit.ts'
import { readPlan } from './plan.ts'
import { refusals } from './refusals.ts'

export type Entry = { readonly ticket: number; readonly key: string }

/** Reads a commit file; bytes that are not the commit they are named after stop everything. */
export async function readStored(store: BlobStore, key: string): Promise<SealedCommit> {
  const digest = key.slice(key.lastIndexOf('/') + 1, -'.json'.length)
  const bytes = await store.read(key)
  const read = readCommit(bytes?.toString('utf8') ?? '', digest)
  if ('flaw' in read) throw new Refusal(refusals.store_damaged, { key, flaw: read.flaw })
  return read
}

/**
 * Every commit file in order of ticket, without those that lost their slot: of several files that claim
 * one id or one place in a stream the highest ticket counts, since a lower one can only be a failed try.
 * Costs about 200 bytes of memory a commit and a place.
 */
export async function commitsByTicket(
  store: BlobStore,
): Promise<{ order: Entry[]; voided: string[] }> {
  const entries: (Entry & { claims: string[]; plan: string | null })[] = []
  const highest = new Map<string, number>()
  for await (const key of store.list('commit')) {
    const { commit } = await readStored(store, key)
    const { ticket } = commit
    const claims = claimsOf(commit)
    for (const claim of claims) highest.set(claim, Math.max(ticket, highest.get(claim) ?? 0))
    const plan = commit.attached.find(({ name }) => name === 'plan')?.sha256 ?? null
    entries.push({ ticket, key, claims, plan })
  }
  entries.sort((a, b) => b.ticket - a.ticket || (a.key < b.key ? 1 : -1))
  const lost = new Set<string>()
  for (const { key, ticket, claims, plan } of entries) {
    const beaten = claims.some((claim) => (highest.get(claim) ?? 0) > ticket)
    const planBeaten =
      plan !== null && !beaten && (await claimPlan({ store, plan, ticket, highest }))
    if (beaten || planBeaten) lost.add(key)
  }
  const order = entries.filter(({ key }) => !lost.has(key)).reverse()
  return { order: order.map(({ ticket, key }) => ({ ticket, key })), voided: [...lost] }
}

function claimsOf(commit: Commit): string[] {
  const places = Array.isArray(commit.streams) ? commit.streams : []
  return [commit.id, ...places.map(({ stream, version }) => `${stream} ${version}`)]
}

/** True when a later commit holds one of the plan's places; otherwise the plan takes them all. */
async function claimPlan(claiming: {
  store: BlobStore
  plan: string
  ticket: number
  highest: Map<string, number>
}): Promise<boolean> {
  const { store, plan, ticket, highest } = claiming
  for await (const { stream, version } of readPlan(store, plan)) {
    const claim = `${stream} ${version}`
    if ((highest.get(claim) ?? 0) > ticket) return true
    highest.set(claim, ticket)
  }
  return false
}
