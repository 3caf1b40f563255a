import { spawn } from 'node:child_process'
import { appendFile, readFile, stat } from 'node:fs/promises'
import { Fault, Refusal } from '#kernel'
import { refusals } from './refusals.ts'

/** An entry of the machine's list of accounts. PostgreSQL refuses to run as root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number }

const serverAccount = 'postgres'

/**
 * Who runs the server: the owner of an existing `cluster`, else ourselves, else, for root, the system
 * account `postgres`, which is made if the machine has none.
 */
export async function serverAccountFor(cluster: string): Promise<Account> {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return await accountWithUid(uid)
  const owner = await stat(cluster).catch(() => null)
  if (owner && owner.uid !== 0) return await accountWithUid(owner.uid)
  return (await findAccount(({ name }) => name === serverAccount)) ?? (await makeAccount())
}

async function accountWithUid(uid: number): Promise<Account> {
  const account = await findAccount((entry) => entry.uid === uid)
  if (!account) throw new Refusal(refusals.account_missing, { uid })
  return account
}

async function findAccount(wanted: (account: Account) => boolean): Promise<Account | undefined> {
  // getent also knows accounts of a directory service; without it there is the file.
  const lines = await run('getent', ['passwd']).catch(() => readFile('/etc/passwd', 'utf8'))
  return lines.split('\n').map(parseAccount).find(wanted)
}

function parseAccount(line: string): Account {
  const [name = '', , uid, gid] = line.split(':')
  return { name, uid: Number(uid), gid: Number(gid) }
}

async function makeAccount(): Promise<Account> {
  const home = ['--home-dir', '/nonexistent', '--no-create-home', '--shell', '/usr/sbin/nologin']
  await run('useradd', ['--system', '--user-group', ...home, serverAccount]).catch(() => undefined)
  const isServer = ({ name }: Account) => name === serverAccount
  const made = await findAccount(isServer) // Perhaps by another start in the same moment.
  if (made) return made
  await writeAccount()
  const written = await findAccount(isServer)
  if (!written) throw new Refusal(refusals.account_missing, { name: serverAccount })
  return written
}

/** Where no useradd exists (small container images), two lines in two files are an account. */
async function writeAccount(): Promise<void> {
  const taken = new Set(
    [await readFile('/etc/passwd', 'utf8'), await readFile('/etc/group', 'utf8')]
      .join('\n')
      .split('\n')
      .map((line) => Number(line.split(':')[2])),
  )
  let id = 999
  while (taken.has(id)) id--
  await appendFile('/etc/group', `${serverAccount}:x:${id}:\n`)
  await appendFile(
    '/etc/passwd',
    `${serverAccount}:x:${id}:${id}::/nonexistent:/usr/sbin/nologin\n`,
  )
}

type RunOptions = { account?: Account; cwd?: string }

/** Runs a program to its end and returns what it printed. Throws the Fault `platform.program_failed`. */
export async function run(
  program: string,
  parameters: readonly string[],
  { account, cwd = '/' }: RunOptions = {},
): Promise<string> {
  const child = spawn(program, parameters, {
    cwd,
    env: plainEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(account ? identity(account) : {}),
  })
  const printed = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.error += text
  })
  return await new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Fault('platform.program_failed', `${program}: ${why.trim()}`))
    child.on('error', (error) => fail(error.message))
    child.on('close', (code) => (code === 0 ? resolve(printed.out) : fail(printed.error)))
  })
}

/** Language, time zone and PG… variables of the caller must not decide how the database is made. */
export const plainEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** For spawn: only root can and need change who the child is. */
export function identity({ uid, gid }: Account): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid, gid } : {}
}

/** Whether `account` may enter `folder`: a private folder anywhere above it may forbid that. */
export async function reaches(account: Account, folder: string): Promise<boolean> {
  if (process.getuid?.() !== 0) return true
  return await run('test', ['-x', folder], { account }).then(
    () => true,
    () => false,
  )
}

/** Also true of a zombie, which has a number but runs nothing. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
