import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { serverAccountFor } from './account.ts'
import { connect, type EmbeddedServer, migrate, startEmbedded } from './index.ts'

const isRoot = process.getuid?.() === 0

type Folder = AsyncDisposable & { dir: string; base: string }

/** A folder whose server is stopped and which is removed at the end, also after a failure. */
async function aFolder(name = 'postgres'): Promise<Folder> {
  // What is tested here is not the disk.
  const base = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'faem-embedded-'))
  await chmod(base, 0o755)
  const dir = join(base, name)
  return {
    base,
    dir,
    async [Symbol.asyncDispose]() {
      const { pid, sockets } = await postmaster(dir)
      if (pid > 0) {
        process.kill(pid, 'SIGQUIT')
        await ended(pid)
      }
      if (sockets.startsWith('/tmp/faem-')) await rm(sockets, { recursive: true, force: true })
      await rm(base, { recursive: true, force: true })
    },
  }
}

async function postmaster(dir: string): Promise<{ pid: number; sockets: string }> {
  const file = await readFile(join(dir, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , , sockets = ''] = file.split('\n')
  return { pid: Number(pid), sockets }
}

async function postmasterPid(dir: string): Promise<number> {
  return (await postmaster(dir)).pid
}

/** Settles when the process is gone, or a zombie nobody has collected. */
async function ended(pid: number): Promise<void> {
  for (;;) {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (status === '' || /\) [ZX] /.test(status)) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

async function ask(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>> {
  const database = connect(server.connection)
  try {
    const [row] = await database.transaction((tx) => tx.execute(sql))
    return row ?? {}
  } finally {
    await database.close()
  }
}

const childScript = `
  const { startEmbedded, connect } = await import(process.argv[1])
  try {
    const server = await startEmbedded({ dir: process.argv[2] })
    const database = connect(server.connection)
    const [row] = await database.reader.execute('select 1 as one')
    console.log(JSON.stringify({ attached: server.attached, ...row }))
    if (process.argv[3] === 'stay') process.stdin.resume()
    else { await database.close(); await server.stop() }
  } catch (error) {
    console.log(JSON.stringify({ code: error.code, message: error.message }))
  }`

type As = { uid?: number; gid?: number }

/** Another Node on the same folder. */
function otherProcess(dir: string, mode: 'stay' | 'leave', as: As = {}): ChildProcess {
  const module = new URL('./index.ts', import.meta.url).href
  const parameters = ['--input-type=module', '-e', childScript, module, dir, mode]
  return spawn(process.execPath, parameters, {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    ...as,
  })
}

async function firstLine(child: ChildProcess): Promise<Record<string, unknown>> {
  assert.ok(child.stdout)
  let printed = ''
  for await (const piece of child.stdout.iterator({ destroyOnReturn: false })) {
    printed += piece
    if (printed.includes('\n')) break
  }
  return JSON.parse(printed)
}

test('the first start makes a private, durable UTF-8 database that no network reaches', async () => {
  await using folder = await aFolder()
  const server = await startEmbedded({ dir: folder.dir })
  assert.equal(server.attached, false)
  assert.match(server.version, /^\d+\.\d+/)
  const settings = await ask(
    server,
    `select current_setting('listen_addresses') as listen, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as sync, current_setting('full_page_writes') as pages,
       current_setting('data_checksums') as checksums, current_setting('wal_level') as wal,
       current_setting('server_encoding') as encoding, current_setting('jit') as jit,
       (select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'faem') as locale`,
  )
  assert.deepEqual(settings, {
    listen: '',
    fsync: 'on',
    sync: 'on',
    pages: 'on',
    checksums: 'on',
    wal: 'logical',
    encoding: 'UTF8',
    jit: 'off',
    locale: 'b C.UTF-8',
  })
  for (const place of ['', 'cluster', 'sockets'])
    assert.equal((await stat(join(folder.dir, place))).mode & 0o777, 0o700)
  await server.stop()
  assert.ok(
    Number.isNaN(await postmasterPid(folder.dir)) || (await postmasterPid(folder.dir)) === 0,
  )
})

test('a second start attaches, and the server stops when the last process leaves', async () => {
  await using folder = await aFolder()
  const server = await startEmbedded({ dir: folder.dir })
  const other = otherProcess(folder.dir, 'stay')
  assert.deepEqual(await firstLine(other), { attached: true, one: 1 })
  await server.stop()
  const pid = await postmasterPid(folder.dir)
  assert.ok(pid > 0, 'the other process still has its server')
  other.kill('SIGKILL')
  await once(other, 'exit')
  const again = await startEmbedded({ dir: folder.dir })
  assert.equal(again.attached, true, 'a killed Node leaves the server running')
  assert.equal(await postmasterPid(folder.dir), pid)
  await again.stop({ evenIfShared: true })
  assert.equal(
    await readFile(join(folder.dir, 'cluster', 'postmaster.pid')).catch(() => null),
    null,
  )
})

test('two starts at once on a new folder end on one server', async () => {
  await using folder = await aFolder()
  const here = startEmbedded({ dir: folder.dir })
  const hereToo = startEmbedded({ dir: folder.dir })
  const other = otherProcess(folder.dir, 'stay')
  const servers = await Promise.all([here, hereToo])
  const there = await firstLine(other)
  assert.equal(there['one'], 1)
  const attached = [...servers.map((server) => server.attached), there['attached']]
  assert.deepEqual(attached.sort(), [false, true, true])
  await ask(servers[0], 'create table note as select 1 as one')
  assert.deepEqual(await ask(servers[1], 'select one from note'), { one: 1 })
  other.kill('SIGKILL')
  await once(other, 'exit')
})

test('a server killed with kill -9 recovers at the next start with all it answered', async () => {
  await using folder = await aFolder()
  const server = await startEmbedded({ dir: folder.dir })
  await ask(server, 'create table note as select generate_series(1, 1000) as n')
  const pid = await postmasterPid(folder.dir)
  process.kill(pid, 'SIGKILL')
  await ended(pid)
  const again = await startEmbedded({ dir: folder.dir })
  assert.equal(again.attached, false)
  assert.deepEqual(await ask(again, 'select count(*) as n from note'), { n: 1000 })
})

test('an open pool goes on after the server was killed and started again', async () => {
  await using folder = await aFolder()
  const server = await startEmbedded({ dir: folder.dir })
  const database = connect(server.connection)
  await database.transaction((tx) => tx.execute('create table note (n int)'))
  const pid = await postmasterPid(folder.dir)
  let attempts = 0
  await database.transaction(async (tx) => {
    attempts++
    await tx.execute('insert into note values ($1)', [attempts])
    if (attempts > 1) return
    process.kill(pid, 'SIGKILL')
    await ended(pid)
    await startEmbedded({ dir: folder.dir })
    await tx.execute('select 1')
  })
  assert.ok(attempts > 1)
  assert.deepEqual(await database.reader.execute('select count(*) as n from note'), [{ n: 1 }])
  await database.close()
})

test('a pid file whose number now belongs to another program does not block the start', async () => {
  await using folder = await aFolder()
  const server = await startEmbedded({ dir: folder.dir })
  const account = await serverAccountFor(join(folder.dir, 'cluster'))
  const pid = await postmasterPid(folder.dir)
  const pidFile = await readFile(join(folder.dir, 'cluster', 'postmaster.pid'), 'utf8')
  process.kill(pid, 'SIGKILL')
  await ended(pid)
  const stranger = spawn('sleep', ['600'], isRoot ? { uid: account.uid, gid: account.gid } : {})
  const stale = pidFile.replace(/^\d+/, String(stranger.pid))
  await writeFile(join(folder.dir, 'cluster', 'postmaster.pid'), stale)
  const again = await startEmbedded({ dir: folder.dir })
  assert.equal(again.attached, false)
  assert.ok(server.connection.host === again.connection.host)
  stranger.kill()
})

test('a path too long for a socket gets a short private folder', async () => {
  await using folder = await aFolder(join('ก'.repeat(30), 'postgres'))
  const server = await startEmbedded({ dir: folder.dir })
  assert.match(server.connection.host, /^\/tmp\/faem-[0-9a-f]{16}$/)
  assert.equal((await stat(server.connection.host)).mode & 0o777, 0o700)
  assert.deepEqual(await ask(server, 'select 1 as one'), { one: 1 })
})

test('a folder with foreign contents, or of another major version, is refused and left alone', async () => {
  await using foreign = await aFolder()
  await mkdir(foreign.dir)
  await writeFile(join(foreign.dir, 'letter.txt'), 'mine')
  const taken = { code: 'platform.data_folder_taken' }
  await assert.rejects(startEmbedded({ dir: foreign.dir }), taken)
  assert.equal(await readFile(join(foreign.dir, 'letter.txt'), 'utf8'), 'mine')

  await using old = await aFolder()
  await mkdir(join(old.dir, 'cluster'), { recursive: true })
  await writeFile(join(old.dir, 'cluster', 'PG_VERSION'), '13\n')
  if (isRoot) {
    const account = await serverAccountFor('/nonexistent')
    await chown(join(old.dir, 'cluster'), account.uid, account.gid)
  }
  await assert.rejects(startEmbedded({ dir: old.dir }), taken)
})

test('programs named by FAEM_POSTGRES_BIN that are not there are a clear refusal', async () => {
  await using folder = await aFolder()
  process.env['FAEM_POSTGRES_BIN'] = join(folder.base, 'nothing')
  try {
    const starting = startEmbedded({ dir: folder.dir })
    await assert.rejects(starting, { code: 'platform.postgres_not_installed' })
  } finally {
    delete process.env['FAEM_POSTGRES_BIN']
  }
})

const asRoot = { skip: isRoot ? false : 'NOT PROVED: needs root' }
const nobody = { uid: 65_534, gid: 65_534 }

test(
  'root can keep the data in a folder that the server account cannot reach',
  asRoot,
  async () => {
    await using folder = await aFolder(join('private', 'postgres'))
    await mkdir(join(folder.base, 'private'), { mode: 0o700 })
    const server = await startEmbedded({ dir: folder.dir })
    assert.match(server.connection.host, /^\/tmp\/faem-/)
    await ask(server, 'create table note as select 1 as one')
    const pid = await postmasterPid(folder.dir)
    process.kill(pid, 'SIGKILL')
    await ended(pid)
    const again = await startEmbedded({ dir: folder.dir })
    assert.deepEqual(await ask(again, 'select one from note'), { one: 1 })
    await again.stop()
    await rm(server.connection.host, { recursive: true })
  },
)

test(
  'an ordinary user runs its own server, which root may then start as that user',
  asRoot,
  async () => {
    await using folder = await aFolder()
    await chown(folder.base, nobody.uid, nobody.gid)
    const child = otherProcess(folder.dir, 'leave', nobody)
    assert.ok(child.stdout)
    assert.deepEqual(JSON.parse(await text(child.stdout)), { attached: false, one: 1 })
    const cluster = join(folder.dir, 'cluster')
    assert.equal((await stat(cluster)).uid, nobody.uid)

    const server = await startEmbedded({ dir: folder.dir })
    assert.equal((await stat(join(cluster, 'postmaster.pid'))).uid, nobody.uid)
    await migrate({ settings: server.connection }, join(import.meta.dirname, '../../../migrations'))
    await server.stop()
  },
)

test("a folder of another user's database is refused to an ordinary user", asRoot, async () => {
  await using folder = await aFolder()
  const server = await startEmbedded({ dir: folder.dir })
  const child = otherProcess(folder.dir, 'leave', nobody)
  assert.equal((await firstLine(child))['code'], 'platform.data_folder_taken')
  await server.stop()
})

test(
  'a user without a name on this machine is refused, because PostgreSQL needs one',
  asRoot,
  async () => {
    await using folder = await aFolder()
    const nameless = { uid: 54_321, gid: 54_321 }
    await chown(folder.base, nameless.uid, nameless.gid)
    const child = otherProcess(folder.dir, 'leave', nameless)
    assert.equal((await firstLine(child))['code'], 'platform.account_missing')
  },
)
