import { readFile } from 'node:fs/promises'
import { sha256 } from '#platform/digests'
import type { Images } from '#platform/images'
import type { Random } from '#sample-office'
import { aPicture } from '../../kit/line.ts'

export const types = ['lease', 'letter-in', 'power-of-attorney', 'sps-1-01'] as const

/** A paper as it really is: its type and its sheets, each written on one side. */
export type Paper = { readonly type: string; readonly sheets: readonly string[] }

/** What a scan really shows. The people of the simulation see it; the office sees the bytes. */
export type Shot = { readonly sheet: string; readonly bad: boolean }

const sheetsOfPaper = { least: 1, most: 9 }

/** The papers of one stack, in their order; sheets are named by the stack. */
export function aStack(
  random: Random,
  { name, sheets }: { name: string; sheets: number },
): Paper[] {
  const papers: Paper[] = []
  for (let made = 0; made < sheets; ) {
    const count = Math.min(sheets - made, random.between(sheetsOfPaper.least, sheetsOfPaper.most))
    const own = Array.from({ length: count }, (_, at) => `${name}/${made + at + 1}`)
    papers.push({ type: random.pick(types), sheets: own })
    made += count
  }
  return papers
}

export type Camera = {
  /** The bytes of one scan, never twice the same. */
  shoot(shot: Shot): Uint8Array
  /** What the scan of these bytes shows. */
  shotOf(digest: string): Shot
  /** The product's reader, asked once for each picture: scans of one picture differ behind its end only. */
  images(real: Images): Images
}

const pictureCount = 12
const behind_bytes = 16

export async function createCamera(random: Random): Promise<Camera> {
  const numbers = Array.from({ length: pictureCount }, (_, at) => at + 1)
  const pictures = await Promise.all(numbers.map((number) => aPicture(number)))
  const shots = new Map<string, Shot>()
  return {
    shoot(shot) {
      const behind = Buffer.alloc(behind_bytes)
      behind.writeUIntBE(shots.size + 1, 0, 6)
      const bytes = Buffer.concat([random.pick(pictures), behind])
      shots.set(sha256(bytes), shot)
      return bytes
    },
    shotOf(digest) {
      const shot = shots.get(digest)
      if (shot === undefined) throw new Error(`nobody scanned ${digest}`)
      return shot
    },
    images(real) {
      const seen = new Map<string, ReturnType<Images['examine']>>()
      return {
        ...real,
        async examine(source) {
          const bytes = typeof source === 'string' ? await readFile(source) : source
          const picture = bytes.subarray(0, bytes.length - behind_bytes)
          const name = sha256(picture)
          const verdict = seen.get(name) ?? real.examine(picture)
          seen.set(name, verdict)
          return await verdict
        },
      }
    },
  }
}
