import { createHash } from 'node:crypto'

/** RFC 6962: the hash of a leaf, domain-separated by a zero byte. */
export function leafHash(leaf: Uint8Array | string): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(leaf).digest()
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

export type TreeBuilder = {
  /** Appends a leaf given by its hash. */
  append(leaf: Buffer): void
  /** The root over all leaves so far (RFC 6962, section 2.1). */
  root(): Buffer
  readonly size: number
}

/** Grows a tree one leaf at a time, keeping only the roots of its full subtrees (log2 n hashes). */
export function createTree(): TreeBuilder {
  const subtrees: { height: number; hash: Buffer }[] = []
  let size = 0
  return {
    append(leaf) {
      let merged = { height: 0, hash: leaf }
      for (let last = subtrees.at(-1); last?.height === merged.height; last = subtrees.at(-1)) {
        merged = { height: merged.height + 1, hash: nodeHash(last.hash, merged.hash) }
        subtrees.pop()
      }
      subtrees.push(merged)
      size += 1
    },
    root() {
      const last = subtrees.at(-1)
      if (last === undefined) return createHash('sha256').digest()
      return subtrees
        .slice(0, -1)
        .reduceRight((right, left) => nodeHash(left.hash, right), last.hash)
    },
    get size() {
      return size
    },
  }
}
