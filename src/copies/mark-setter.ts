import type { Images } from '#platform/images'
import { createSandbox } from '#platform/sandbox'
import { markOf, type PageMark } from '#text-recognition'
import type { MarkWords } from './mark-words.ts'

const limits = { set_ms_max: 60_000, memory_bytes_max: 768 * 1024 ** 2 }

/** Sharp when it is drawn across an A4 page. */
const dpi = 200

export type MarkSetter = {
  mark(words: MarkWords): Promise<PageMark>
  close(): Promise<void>
}

/** Sets marks in a child process, which starts with the first. */
export function createMarkSetter(images: Images): MarkSetter {
  const child = createSandbox<MarkWords, Uint8Array>({
    module: new URL('./mark-worker.ts', import.meta.url),
    children: 1,
    deadline_ms: limits.set_ms_max,
    memory_bytes_max: limits.memory_bytes_max,
  })
  return {
    mark: async (words) => markOf(await images.decodePage(await child.run(words), 0, { dpi })),
    close: () => child.close(),
  }
}
