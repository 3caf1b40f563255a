import { parseArgs } from 'node:util'

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  office: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  'dry-run': { type: 'boolean' },
  map: { type: 'string', multiple: true },
  files: { type: 'string' },
  seed: { type: 'string' },
  only: { type: 'string' },
  hours: { type: 'string' },
  'engine-older-than': { type: 'string' },
  watch: { type: 'string' },
  limit: { type: 'string' },
} as const

export type CommandOptions = ReturnType<typeof parseCommandLine>['values']

/** The options of all commands and the words between them. Throws on an option that none has. */
export function parseCommandLine(words: string[]) {
  return parseArgs({ args: words, options, allowPositionals: true })
}
