import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statfsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SocketSettings, startEmbedded } from '#platform/postgres'

const prefix = 'faem-test-'
const memoryDisk_bytes_min = 1024 ** 3

/** An embedded server for the tests of this process, in memory where possible. */
export async function startOwnServer(): Promise<SocketSettings> {
  const base = scratchBase()
  await sweep(base)
  const dir = await mkdtemp(join(base, `${prefix}${process.pid}-`))
  endWithThisProcess(dir)
  const { connection } = await startEmbedded({ dir })
  return connection
}

function scratchBase(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= memoryDisk_bytes_min ? memory : tmpdir()
}

/**
 * However this process ends, also by kill -9, the pipe closes: the shell then wakes, stops the server at
 * once and removes the folder. An exit handler would miss the kill, and cannot wait for the server.
 */
function endWithThisProcess(dir: string): void {
  const watcher = spawn('sh', ['-c', afterwards, 'sh', dir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  // A pipe to a child is a socket, which can be told not to keep this process alive.
  if ('unref' in watcher.stdin && typeof watcher.stdin.unref === 'function') watcher.stdin.unref()
}

const afterwards = `
cat
pid=$(head -n 1 "$1/cluster/postmaster.pid")
if [ -n "$pid" ]; then
  kill -QUIT "$pid"
  for _ in $(seq 100); do kill -0 "$pid" || break; sleep 0.1; done
fi
rm -rf "$1"`

/** Folders whose process and whose watcher were both killed, such as by the end of a container. */
async function sweep(base: string): Promise<void> {
  for (const name of readdirSync(base)) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0
    if (!(pid > 0) || isRunning(pid)) continue
    const served = existsSync(join(base, name, 'cluster', 'postmaster.pid'))
    if (!served) await rm(join(base, name), { recursive: true, force: true })
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
