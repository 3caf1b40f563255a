import type { CommandOptions } from '../command-line.ts'
import type { Configuration } from '../configuration.ts'

export type Invocation = {
  readonly configuration: Configuration
  readonly options: CommandOptions
  /** What stands after the command's name. */
  readonly words: readonly string[]
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

export type Command = {
  /** How it is called, and one line of what it does. */
  readonly call: string
  readonly says: string
  /** @returns the exit code. */
  run(invocation: Invocation): Promise<number>
}
