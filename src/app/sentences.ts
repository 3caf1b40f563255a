import { Fault, Refusal } from '#kernel'

/** Plain sentences for the command line; what has none is told by its title, code and facts. */
const sentences: Readonly<Record<string, (facts: Readonly<Record<string, unknown>>) => string>> = {
  'app.port_taken': ({ port }) =>
    `Another program listens on port ${port}. Stop it, or choose another port: --port 8011`,
  'app.data_folder_taken': ({ folder }) =>
    `A server runs on the data folder ${folder} already. Use that one, or name another folder: --data DIR`,
  'app.serving_now': () => 'A server runs on this data folder. Stop it first, then run this again.',
  'record.rebuild_unfinished': () =>
    'A rebuild was broken off. Run it to its end first: faem rebuild',
  'record.store_claimed': () =>
    'Another database writes to this store. To move the store to this database: faem rebuild',
}

export function sentenceOf(reason: unknown): string {
  if (reason instanceof Refusal) {
    const facts = Object.keys(reason.facts).length > 0 ? ` ${JSON.stringify(reason.facts)}` : ''
    return sentences[reason.code]?.(reason.facts) ?? `${reason.message} (${reason.code})${facts}`
  }
  if (reason instanceof Fault) return `${reason.message} (${reason.code})`
  if (reason instanceof Error && reason.name === 'AbortError') return 'Stopped.'
  return reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
}
