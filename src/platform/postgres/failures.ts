import { Fault } from '#kernel'

/** The five-character SQLSTATE or the system's error name (`ECONNRESET`) of what a driver threw. */
export function failureCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

const contended = new Set(['40001', '40P01'])
const unreachable = new Set([
  '57P01', // the server is stopping, or an administrator ended the session
  '57P02', // another session crashed the server
  '57P03', // starting up, or recovering
  '25006', // read only: this was the primary until a moment ago
  '53300', // no session left
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // no socket: the embedded server is restarting
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
])
// The driver gives no code to a connection that ended under it.
const endedConnection =
  /connection (terminated|ended)|terminating connection|not queryable|timeout exceeded/i

export function isContended(error: unknown): boolean {
  return contended.has(failureCode(error))
}

export function isUnreachable(error: unknown): boolean {
  const code = failureCode(error)
  if (unreachable.has(code) || code.startsWith('08')) return true
  return code === '' && error instanceof Error && endedConnection.test(error.message)
}

/** The failure after which the same work may simply be done again. */
export function isPassing(error: unknown): boolean {
  return isContended(error) || isUnreachable(error)
}

/** What callers see of a passing failure that did not pass; anything else goes through as it is. */
export function asFault(error: unknown): unknown {
  if (isContended(error))
    return new Fault('platform.database_contended', 'Others changed the same rows too often', error)
  if (isUnreachable(error))
    return new Fault('platform.database_unreachable', 'The database does not answer', error)
  if (failureCode(error) === '53100')
    return new Fault('platform.disk_full', 'The disk has no room left', error)
  return error
}

/** The same for reading, where "read only" is the reader's mistake and no failover. */
export function asReadFault(error: unknown): unknown {
  return failureCode(error) === '25006' ? error : asFault(error)
}
