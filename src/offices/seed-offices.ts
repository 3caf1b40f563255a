import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { idOf, sha256 } from '#platform/digests'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { Office } from './contract.ts'

const seedPath = join(import.meta.dirname, 'offices-seed.json')
const Seed = z.object({ offices: z.array(Office) })

/** Lists the offices that come with the software. Once for each content of the seed file, however often called. */
export async function seedOffices(context: Context): Promise<void> {
  const text = await readFile(seedPath, 'utf8')
  const { offices } = Seed.parse(JSON.parse(text))
  await context.record(
    {
      id: idOf('offices.seed', sha256(text)),
      streams: offices.map(({ code }) => `office/${code}` as const),
    },
    async () => commits.fact('offices.listed/1', { offices }),
  )
}
