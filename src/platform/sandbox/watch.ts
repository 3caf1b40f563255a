import { workerData } from 'node:worker_threads'
import { limits } from './limits.ts'
import { memorySignal } from './wire.ts'

// Runs beside the child's main thread, so it still acts while a decoder loops without end there.
// A worker thread gets what its starter passes, untyped.
const { memory_bytes_max, parentPid } = workerData as {
  memory_bytes_max: number
  parentPid: number
}

setInterval(() => {
  if (process.ppid !== parentPid) process.kill(process.pid, 'SIGKILL')
  if (process.memoryUsage.rss() > memory_bytes_max) process.kill(process.pid, memorySignal)
}, limits.watch_every_ms)
