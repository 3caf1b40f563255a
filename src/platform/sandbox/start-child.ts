import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { dataLimitFactor, runtimeReserveBytes } from './limits.ts'

export type ChildOptions = { module: URL; memory_bytes_max: number }

// The data limit makes a huge allocation fail at once; address space cannot be limited, because V8
// reserves gigabytes it never touches. A network namespace of its own is a child without network.
// Both are taken where the system grants them: exec keeps the process id and the channel.
const launcher = `
ulimit -d "$1" 2>/dev/null; shift
if unshare -rn true 2>/dev/null; then exec unshare -rn "$@"; fi
exec "$@"`

/**
 * Starts a child that answers with `module`. It may read files and write none, start no process,
 * and sees none of our environment, which may hold secrets.
 */
export function startChild({ module, memory_bytes_max }: ChildOptions): ChildProcess {
  const heapMegabytes = Math.ceil(memory_bytes_max / 2 ** 20)
  const command = [
    process.execPath,
    '--permission',
    '--allow-fs-read=*',
    '--allow-addons',
    '--allow-worker',
    '--no-warnings',
    `--max-old-space-size=${heapMegabytes}`,
    fileURLToPath(new URL('./child.ts', import.meta.url)),
    module.href,
    String(memory_bytes_max),
    String(process.pid),
  ]
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', 'ipc']
  const env = { PATH: '/usr/bin:/bin', MALLOC_ARENA_MAX: '2', LANG: 'C.UTF-8' }
  const settings = { stdio, env, serialization: 'advanced' as const, windowsHide: true }
  if (process.platform === 'win32') return spawn(command[0] ?? '', command.slice(1), settings)
  const dataBytes = memory_bytes_max * dataLimitFactor + runtimeReserveBytes
  const dataKilobytes = String(Math.ceil(dataBytes / 1024))
  return spawn('/bin/sh', ['-c', launcher, 'sandbox', dataKilobytes, ...command], settings)
}
