import { Fault, Refusal } from '#kernel'

/** What a command's exit code tells a script. */
export const exitCodes = {
  done: 0,
  /** A bug: please report it. */
  bug: 1,
  /** The command line was not understood. */
  usage: 2,
  /** Refused: the message says what to do. */
  refused: 3,
  /** The world failed; the same command may succeed later. */
  fault: 4,
  /** Done, but some rows or files were left out; the report names them. */
  partly: 5,
  /** Stopped by Ctrl-C or by a time limit. */
  cancelled: 130,
} as const

/** `stopped`: somebody had pressed Ctrl-C; what was then refused, was refused for that. */
export function exitCodeOf(reason: unknown, stopped: boolean): number {
  if (reason instanceof Refusal) {
    if (stopped) return exitCodes.cancelled
    return reason.kind.status === 400 ? exitCodes.usage : exitCodes.refused
  }
  if (reason instanceof Fault) return exitCodes.fault
  if (reason instanceof Error && reason.name === 'AbortError') return exitCodes.cancelled
  return exitCodes.bug
}
