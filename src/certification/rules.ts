import { createHash } from 'node:crypto'
import type { CertifiableBatch } from '#conversion'
import { type BlobStore, blobKey } from '#platform/blobs'
import type { RuleFinding } from './contract.ts'

/**
 * The rules of the announcement on converting papers (B.E. 2553) as checks over a batch. Each has a version and
 * states the figures it judged by; docs/requirements.md says which clause it stands for.
 */
export function checkRules(batch: CertifiableBatch): RuleFinding[] {
  return [scanMinimum(batch), counted(batch), checked(batch), indexed(batch), apart(batch)]
}

// The announcement's annex, chapter 2, items 3 and 4: least dots per inch by bits of a pixel.
const leastDpi = (bits: number): number => (bits <= 1 ? 150 : bits <= 8 ? 200 : 300)
// A picture that tells no resolution is judged as a sheet of A4.
const a4WidthInches = 210 / 25.4

function scanMinimum({ documents }: CertifiableBatch): RuleFinding {
  const pages = documents.flatMap((document) => document.pages)
  const share = pages.map(({ dpi, bits, pixels }) => {
    const dots = dpi ?? Math.min(...pixels) / a4WidthInches
    return Math.round(dots) / leastDpi(bits)
  })
  const below = share.filter((each) => each < 1).length
  const lowest = Math.round(Math.min(...share) * 100)
  return finding('scan-minimum', below === 0, { pages: pages.length, below, lowestPercent: lowest })
}

function counted({ count }: CertifiableBatch): RuleFinding {
  const { difference, because, sheets, images } = count
  const measured = { sheets, images, difference, reason: because?.reason ?? '' }
  return finding('pages-counted', difference === 0 || because !== null, measured)
}

function checked({ checks, checkers, round }: CertifiableBatch): RuleFinding {
  const last = checks.at(-1)
  const { sample = 0, mandatory = 0, lot = 0 } = last?.plan ?? {}
  const passed = last !== undefined && last.round === round && checkers.length > 0
  return finding('quality-checked', passed, { rounds: checks.length, lot, sample, mandatory })
}

function indexed({ documents }: CertifiableBatch): RuleFinding {
  const lacking = documents.filter(
    ({ accountNo, type, pages }) => accountNo === '' || type === '' || pages.length === 0,
  )
  const measured = { documents: documents.length, lacking: lacking.length }
  return finding('index-complete', documents.length > 0 && lacking.length === 0, measured)
}

function apart({ converters, checkers }: CertifiableBatch): RuleFinding {
  const both = converters.filter(({ person }) => checkers.some((each) => each.person === person))
  const measured = { converters: converters.length, checkers: checkers.length, both: both.length }
  return finding('people-apart', converters.length > 0 && both.length === 0, measured)
}

/** Reads every master once more: each must have the digest under which it was received. */
export async function checkMasters(
  batch: CertifiableBatch,
  store: BlobStore,
  signal: AbortSignal,
): Promise<RuleFinding> {
  const wanted = new Set(batch.documents.flatMap(({ pages }) => pages.map(({ sha256 }) => sha256)))
  let bytes = 0
  let spoiled = 0
  for (const sha256 of wanted) {
    signal.throwIfAborted()
    const digest = await digestOf(store, sha256)
    bytes += digest.bytes
    if (digest.sha256 !== sha256) spoiled += 1
  }
  return finding('masters-whole', spoiled === 0, { masters: wanted.size, bytes, spoiled })
}

async function digestOf(store: BlobStore, sha256: string) {
  const hash = createHash('sha256')
  let bytes = 0
  if ((await store.size(blobKey(sha256))) === null) return { sha256: null, bytes }
  for await (const chunk of store.stream(blobKey(sha256))) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

function finding(
  rule: RuleFinding['rule'],
  passed: boolean,
  measured: RuleFinding['measured'],
): RuleFinding {
  return { rule, version: 1, passed, measured }
}
