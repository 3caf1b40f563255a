import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { availableParallelism, hostname } from 'node:os'
import { join, resolve } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }

/** What one installation is started with. Everything else it keeps in its own tables. */
export type Configuration = {
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly host: string
  readonly port: number
  readonly installation: string
  readonly node: string
  readonly release: string
  /** How many pages are read at a time: one process a core. */
  readonly readers: number
  /** When `faem work` reads, such as 19:00-06:30; always unless named. */
  readonly readingHours: string | undefined
  /** The office that runs this installation; the command line and the watched folder act for it. */
  readonly office: string
  readonly sampleOffice: boolean
}

export type Overrides = Partial<{
  data: string
  port: string
  host: string
  office: string
  sampleOffice: boolean
}>

/** Named options win over the environment; the environment over the defaults of one office on one PC. */
export function configure(overrides: Overrides, environment: NodeJS.ProcessEnv): Configuration {
  const data = overrides.data ?? environment['FAEM_DATA'] ?? 'data'
  return {
    dataFolder: resolve(data),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    host: overrides.host ?? environment['FAEM_HOST'] ?? '127.0.0.1',
    port: Number(overrides.port ?? environment['FAEM_PORT'] ?? '8010'),
    installation: environment['FAEM_INSTALLATION'] ?? 'faem.local/office',
    node: environment['FAEM_NODE'] ?? (hostname().replaceAll(/[^A-Za-z0-9-]/g, '-') || 'node'),
    release: packageFile.version,
    readers: Number(environment['FAEM_READERS'] ?? availableParallelism()),
    readingHours: environment['FAEM_READING_HOURS'] || undefined,
    office: overrides.office ?? environment['FAEM_OFFICE'] ?? '6000',
    sampleOffice: overrides.sampleOffice ?? false,
  }
}

/** The secret that signs sessions: made once, readable by its owner alone. */
export async function openSecret(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'session-secret')
  const present = await readFile(path, 'utf8').catch(() => null)
  if (present !== null) return present
  const secret = randomBytes(32).toString('hex')
  const file = await open(path, 'wx', 0o600)
  await file.writeFile(secret)
  await file.sync()
  await file.close()
  return secret
}
