import { styleText } from 'node:util'

/** Where a running program says what it does. Sentences for people; never names, numbers or secrets. */
export type Log = {
  say(sentence: string): void
  warn(sentence: string): void
}

/** Plain sentences on standard error, so that standard output stays for results. */
export const consoleLog: Log = {
  say: (sentence) => process.stderr.write(`${sentence}\n`),
  warn: (sentence) => process.stderr.write(`${styleText('yellow', sentence)}\n`),
}

export const silentLog: Log = { say: () => undefined, warn: () => undefined }
