import { readdirSync, readFileSync } from 'node:fs'

/** What a stretch of work cost this process and the programs it started. Zeros where there is no /proc. */
export type Spent = {
  own_cpu_s: number
  children_cpu_s: number
  /** Most memory the children held at once. */
  children_memory_mb: number
}

const lookEvery_ms = 50

/** Starts measuring; children are counted when they have ended and been waited for. */
export function startMeter(): { stop(): Spent } {
  const own = process.cpuUsage()
  const children = childrenCpu()
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, childrenMemory())
  }, lookEvery_ms)
  return {
    stop() {
      clearInterval(timer)
      const used = process.cpuUsage(own)
      return {
        own_cpu_s: (used.user + used.system) / 1e6,
        children_cpu_s: childrenCpu() - children,
        children_memory_mb: most,
      }
    },
  }
}

// Fields 16 and 17 of proc(5): hundredths of a second in user and system mode of waited-for children.
function childrenCpu(): number {
  const fields = textOf('/proc/self/stat').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100
}

function childrenMemory(): number {
  const tasks = listed('/proc/self/task')
  const children = tasks.flatMap((task) => textOf(`/proc/self/task/${task}/children`).split(' '))
  const sizes = children
    .filter(Boolean)
    .map((child) => /VmHWM:\s+(\d+) kB/.exec(textOf(`/proc/${child}/status`))?.[1] ?? 0)
  return sizes.reduce((sum: number, size) => sum + Number(size) / 1024, 0)
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
