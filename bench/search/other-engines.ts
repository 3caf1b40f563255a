import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Database } from '#platform/postgres'
import type { Hit } from './ask.ts'
import { namesIn, type PlainEngine } from './plain-engines.ts'

type OtherEngines = { engines: PlainEngine[]; stop(): void }

/** Groonga and Xapian over the same names, each where Debian's package of it is installed. */
export async function otherEngines(database: Database, folder: string): Promise<OtherEngines> {
  const engines: PlainEngine[] = []
  const children: ChildProcess[] = []
  const names = await exported(database, join(folder, 'names.tsv'))
  if (answers('groonga', ['--version'])) {
    const { ask, child } = await groonga(folder, names)
    engines.push({ name: 'Groonga', ask })
    children.push(child)
  }
  if (answers(python, ['-c', 'import xapian'])) {
    const script = join(import.meta.dirname, 'xapian-names.py')
    const child = spawn(python, [script, join(folder, 'xapian'), names])
    const line = linesOf(child)
    await line()
    engines.push({
      name: 'Xapian',
      ask: async (q) => {
        child.stdin.write(`${q.replace(/\s+/g, ' ')}\n`)
        return { hits: hitsOf(JSON.parse(await line())) }
      },
    })
    children.push(child)
  }
  return { engines, stop: () => children.forEach((child) => void child.stdin?.end()) }
}

const python = '/usr/bin/python3'

function answers(command: string, options: readonly string[]): boolean {
  try {
    execFileSync(command, options, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function exported(database: Database, path: string): Promise<string> {
  if (existsSync(path)) return path
  const file = await open(path, 'w')
  for await (const rows of namesIn(database))
    await file.write(rows.map(({ account_no, name }) => `${account_no}\t${name}\n`).join(''))
  await file.close()
  return path
}

/** Similar search over every three letters: any of them, best first by how many. */
async function groonga(folder: string, names: string) {
  const path = join(folder, 'groonga.db')
  const isNew = !existsSync(path)
  const child = spawn('groonga', isNew ? ['-n', path] : [path])
  const line = linesOf(child)
  const command = async (text: string) => {
    child.stdin.write(`${text}\n`)
    return JSON.parse(await line())
  }
  if (isNew) {
    await command('table_create Names TABLE_NO_KEY')
    await command('column_create Names account COLUMN_SCALAR ShortText')
    await command('column_create Names name COLUMN_SCALAR ShortText')
    await command(
      'table_create Pieces TABLE_PAT_KEY ShortText --default_tokenizer TokenTrigram --normalizer NormalizerAuto',
    )
    await command('column_create Pieces names COLUMN_INDEX|WITH_POSITION Names name')
    const file = await open(names)
    let batch: object[] = []
    const load = async () => {
      await command(`load --table Names\n${JSON.stringify(batch)}`)
      batch = []
    }
    for await (const each of file.readLines()) {
      const [account, name] = each.split('\t')
      batch.push({ account, name })
      if (batch.length === 5_000) await load()
    }
    await load()
  }
  const ask: PlainEngine['ask'] = async (q) => {
    const filter = `name *S ${JSON.stringify(q)}`.replace(/\\/g, '\\\\').replace(/'/g, "\\'")
    const answer = await command(
      `select Names --filter '${filter}' --output_columns account,name --sort_keys -_score --limit 10`,
    )
    return { hits: hitsOf((answer[1]?.[0] ?? []).slice(2)) }
  }
  return { child, ask }
}

function hitsOf(rows: readonly [account: string, name: string][]): Hit[] {
  return rows.map(([accountNo, name]) => ({ accountNo, name }))
}

function linesOf(child: ChildProcess): () => Promise<string> {
  if (child.stdout === null) throw new Error('the engine has no output')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('the engine has ended')
    return value
  }
}
