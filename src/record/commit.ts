import { type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { Actor, canonicalJson, type Id } from '#kernel'
import { sha256 } from '#platform/digests'

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** A commit's place in a stream; `previous` is the digest of the commit before, null for the first. */
export const StreamPlace = z.object({
  stream: z.string(),
  version: z.int().min(1),
  previous: Digest.nullable(),
})
export type StreamPlace = z.infer<typeof StreamPlace>

/** A blob that belongs to the commit: bulky matter, a plan, a source file. */
export const Attachment = z.object({
  name: z.string(),
  sha256: z.string(),
  sha512: z.string(),
  bytes: z.int(),
  type: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

/** A bulk act's streams stand in its plan: canonical JSON lines in stream order, and their tree root. */
const PlannedStreams = z.object({ attached: z.literal('plan'), count: z.int(), root: z.string() })

const Envelope = z.object({
  v: z.literal(1),
  id: z.string(),
  kind: z.string().regex(/^[a-z-]+\.[a-z-]+\/[1-9][0-9]*$/),
  ticket: z.int(),
  at: z.iso.datetime({ precision: 3 }),
  office: z.string(),
  actor: Actor,
  origin: z.object({ installation: z.string(), node: z.string(), release: z.string() }),
  streams: z.union([z.array(StreamPlace), PlannedStreams]),
  guards: z.array(z.object({ stream: z.string(), version: z.int() })),
  attached: z.array(Attachment),
  salt: z.string(),
  seal: z.string(),
})

/** One act as it is stored: who did what, where it stands, sealed by the node that took it. */
export type Commit<Kind extends string = string, Body = unknown> = Omit<
  z.infer<typeof Envelope>,
  'kind'
> & { kind: Kind; body: Body }

export type CommitDraft = Omit<Commit, 'seal'>

/** The node's key as the store knows it: its name and the key that seals. */
export type NodeKey = { readonly node: string; readonly privateKey: KeyObject }

export type SealedCommit = {
  readonly commit: Commit
  /** The stored bytes: RFC 8785 canonical JSON, one line. */
  readonly text: string
  readonly sha256: string
}

/** Signs the canonical text of the draft (Ed25519) and gives the commit its name. */
export function sealCommit(draft: CommitDraft, key: NodeKey): SealedCommit {
  const seal = sign(null, Buffer.from(canonicalJson(draft)), key.privateKey).toString('base64url')
  const commit = { ...draft, seal }
  const text = canonicalJson(commit)
  return { commit, text, sha256: sha256(text) }
}

/** Reads stored bytes back: they must be canonical, of this shape, and have the name they are kept under. */
export function readCommit(text: string, expectedSha256: string): SealedCommit | { flaw: string } {
  if (sha256(text) !== expectedSha256)
    return { flaw: 'its bytes do not have the digest it is named by' }
  const parsed: unknown = JSON.parse(text)
  const envelope = Envelope.loose().safeParse(parsed)
  if (!envelope.success) return { flaw: 'it does not have the shape of a commit' }
  if (canonicalJson(parsed) !== text) return { flaw: 'it is not canonical JSON' }
  const { body, ...rest } = envelope.data
  return { commit: { ...rest, body }, text, sha256: expectedSha256 }
}

/** Whether the seal was made over this commit by the holder of `publicKey`. */
export function sealHolds(commit: Commit, publicKey: KeyObject): boolean {
  const { seal, ...draft } = commit
  return verify(null, Buffer.from(canonicalJson(draft)), publicKey, Buffer.from(seal, 'base64url'))
}

/** `commit/2020/03/12/<64 hex>.json`: the day is the commit's own `at`. */
export function commitKey(commit: { at: string }, digest: string): string {
  return `commit/${commit.at.slice(0, 10).replaceAll('-', '/')}/${digest}.json`
}

/** The line a commit gets in the Merkle log: no personal matter, enough to find the commit. */
export function leafOf(sealed: SealedCommit): string {
  const { kind, office, at, v } = sealed.commit
  const commit = `sha256:${sealed.sha256}`
  return canonicalJson({ commit, day: at.slice(0, 10), kind, office, v })
}

export type StreamName = `${string}/${string}`

export type CommitId = Id

/** Reads stored bytes and their seal; `keyOf` gives the key of a node, null for one that is unknown. */
export function readSealed(
  text: string,
  expectedSha256: string,
  keyOf: (node: string) => KeyObject | null,
): SealedCommit | { flaw: string } {
  const read = readCommit(text, expectedSha256)
  if ('flaw' in read) return read
  const key = keyOf(read.commit.origin.node)
  if (key === null) return { flaw: `the key of node ${read.commit.origin.node} is unknown` }
  return sealHolds(read.commit, key) ? read : { flaw: 'its seal is not good' }
}
