import { createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#kernel'
import { sha256 } from '#platform/digests'
import { type Commit, readSealed } from '#record'
import { duties } from './contract.ts'

const EvidenceFile = z.object({
  format: z.literal('faem-evidence/1'),
  batchId: z.string(),
  number: z.string(),
  commits: z.array(z.object({ sha256: z.string(), text: z.string() })).min(1),
  nodes: z.record(z.string(), z.string()),
})

const Shown = z.object({ turn: z.number(), straighten: z.number() })

const Sent = z.object({
  round: z.int(),
  documents: z.array(
    z.object({
      documentId: z.string(),
      digest: z.string(),
      pages: z.array(z.object({ sha256: z.string(), pageIndex: z.int(), ...Shown.shape })),
    }),
  ),
})
const Certified = z.object({ round: z.int(), digest: z.string(), number: z.string() })
const Signed = z.object({ duty: z.string(), round: z.int(), digest: z.string() })
const Filed = z.object({
  documentId: z.string(),
  // Documents that were filed by the first version of the kind say nothing of how they are shown.
  pages: z.array(z.object({ sha256: z.string(), pageIndex: z.int(), ...Shown.partial().shape })),
})

export type EvidenceReport = {
  readonly number: string
  readonly commits: number
  readonly documents: number
  /** SHA-256 of every master page image, for comparing with a store or a copy. */
  readonly masters: readonly string[]
  /** What does not hold; empty: the evidence is good. */
  readonly flaws: readonly string[]
}

/**
 * Proves an evidence file by itself: every commit has the digest it is named by and a good seal of a node in the
 * file; the batch's commits follow each other; the four duties signed what was sent last; and what was filed is
 * what was sent, image by image. Whether the node keys are the office's is for the reader to compare.
 */
export function verifyEvidence(file: unknown): EvidenceReport {
  const evidence = EvidenceFile.safeParse(file)
  if (!evidence.success) return { number: '', ...nothing, flaws: ['it is not an evidence file'] }
  const { batchId, number, commits, nodes } = evidence.data
  const flaws: string[] = []
  const read: Commit[] = []
  for (const { sha256: name, text } of commits) {
    const sealed = readSealed(text, name, (node) =>
      nodes[node] === undefined ? null : createPublicKey(nodes[node]),
    )
    if ('flaw' in sealed) flaws.push(`commit ${name.slice(0, 16)}: ${sealed.flaw}`)
    else read.push(sealed.commit)
  }
  const names = new Map(commits.map(({ sha256: name }, at) => [commits[at]?.text, name]))
  flaws.push(...gapsOf(read, `batch/${batchId}`, (commit) => names.get(canonicalJson(commit))))
  const sent = read.filter(({ kind }) => kind === 'conversion.sent/1').at(-1)
  const documents = sent === undefined ? null : Sent.parse(sent.body)
  const filed = filedOf(read)
  if (documents === null) flaws.push('nothing was sent to the check')
  else flaws.push(...contentFlaws(read, { batchId, sent: documents, filed }))
  return {
    number,
    commits: commits.length,
    documents: filed.length,
    masters: [...new Set(filed.flatMap(({ pages }) => pages.map((page) => page.sha256)))],
    flaws,
  }
}

const nothing = { commits: 0, documents: 0, masters: [] }

/** Places of the stream that are missing, or that name another commit as the one before. */
function gapsOf(
  commits: readonly Commit[],
  stream: string,
  nameOf: (commit: Commit) => string | undefined,
): string[] {
  const flaws: string[] = []
  let before: string | null = null
  let version = 0
  for (const commit of commits) {
    const places = Array.isArray(commit.streams) ? commit.streams : []
    const place = places.find((each) => each.stream === stream)
    if (place === undefined) continue
    version += 1
    if (place.version !== version || place.previous !== before) {
      flaws.push(`the batch's commit ${place.version} does not follow the one before it`)
    }
    before = `sha256:${nameOf(commit)}`
  }
  return flaws
}

function filedOf(commits: readonly Commit[]): z.infer<typeof Filed>[] {
  return commits
    .filter(({ kind }) => kind === 'documents.filed/1' || kind === 'documents.filed/2')
    .map(({ body }) => Filed.parse(body))
}

type Content = { batchId: string; sent: z.infer<typeof Sent>; filed: z.infer<typeof Filed>[] }

function contentFlaws(commits: readonly Commit[], { batchId, sent, filed }: Content): string[] {
  const flaws: string[] = []
  const { round, documents } = sent
  const digest = sha256(
    canonicalJson({ batchId, round, documents: documents.map((document) => document.digest) }),
  )
  const certified = commits
    .filter(({ kind }) => kind === 'certification.certified/1')
    .map(({ body }) => Certified.parse(body))
  if (!certified.some((each) => each.round === round && each.digest === digest)) {
    flaws.push('no certification stands for the documents that were sent last')
  }
  const signed = commits
    .filter(({ kind }) => kind === 'certification.signed/1')
    .map(({ body }) => Signed.parse(body))
    .filter((each) => each.round === round && each.digest === digest)
  for (const duty of duties) {
    if (!signed.some((each) => each.duty === duty)) flaws.push(`nobody signed for: ${duty}`)
  }
  for (const { documentId, pages } of documents) {
    const inFile = filed.find((each) => each.documentId === documentId)
    if (inFile === undefined || !isAsSent(inFile.pages, pages))
      flaws.push(`document ${documentId} is not filed as it was sent`)
  }
  return flaws
}

type SentPages = z.infer<typeof Sent>['documents'][number]['pages']
type FiledPages = z.infer<typeof Filed>['pages']

/** The same images in the same order, shown in the same way as far as the filing says how. */
function isAsSent(filed: FiledPages, sent: SentPages): boolean {
  if (filed.length !== sent.length) return false
  return sent.every((page, at) => canonicalJson({ ...page, ...filed[at] }) === canonicalJson(page))
}
