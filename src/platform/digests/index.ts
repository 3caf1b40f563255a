import { createHash } from 'node:crypto'
import { assert, formatUuid, type Id } from '#kernel'

/** SHA-256 in 64 lower-case hex digits: the name of every blob. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** UUIDv8 named by content: the same parts always give the same id, so a repeated act finds itself. */
export function idOf(...parts: readonly string[]): Id {
  assert(parts.length > 0, 'an id names something')
  return formatUuid(createHash('sha256').update(JSON.stringify(parts)).digest(), 8)
}
