import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

type Request =
  | { do: 'echo'; bytes: Uint8Array }
  | { do: 'pid' | 'loop' | 'abort' | 'refuse' | 'throw' | 'eat-buffers' | 'eat-heap' | 'grab' }
  | { do: 'write'; path: string }
  | { do: 'environment' }

/** A module that does to its process what hostile files do to decoders. */
export function createAnswer(): (request: Request) => Promise<unknown> {
  return async (request) => {
    switch (request.do) {
      case 'echo':
        return request.bytes
      case 'pid':
        return process.pid
      case 'loop':
        for (;;);
      case 'abort':
        return process.abort()
      case 'refuse':
        throw new Refusal(refusals.sandbox_busy, { because: 'asked to' })
      case 'throw':
        throw new Error('a mistake of ours')
      case 'eat-buffers':
        return eatBuffers()
      case 'eat-heap':
        return eatHeap()
      case 'grab':
        return new ArrayBuffer(64 * 2 ** 30)
      case 'write':
        return (await import('node:fs')).writeFileSync(request.path, 'x')
      case 'environment':
        return Object.keys(process.env)
    }
  }
}

function eatBuffers(): never {
  const eaten: Buffer[] = []
  for (;;) eaten.push(Buffer.alloc(2 ** 20, 1))
}

function eatHeap(): never {
  const eaten: number[][] = []
  for (;;) eaten.push(Array.from({ length: 1_000 }, (_, n) => n + 0.5))
}
