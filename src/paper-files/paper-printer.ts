import { createSandbox } from '#platform/sandbox'
import type { PrintRequest } from './print-worker.ts'

const limits = { print_ms_max: 60_000, memory_bytes_max: 768 * 1024 ** 2 }

export type PaperPrinter = {
  /** A PDF of A4 sheets. */
  print(request: PrintRequest): Promise<Uint8Array>
  close(): Promise<void>
}

/** Prints in a child process, which starts with the first print. */
export function createPaperPrinter(): PaperPrinter {
  const child = createSandbox<PrintRequest, Uint8Array>({
    module: new URL('./print-worker.ts', import.meta.url),
    children: 1,
    deadline_ms: limits.print_ms_max,
    memory_bytes_max: limits.memory_bytes_max,
  })
  return { print: (request) => child.run(request), close: () => child.close() }
}
