import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { idOf, sha256 } from '#platform/digests'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { DocumentType } from './contract.ts'

const seedPath = join(import.meta.dirname, 'document-types-seed.json')
const Seed = z.object({ documentTypes: z.array(DocumentType) })

/** Lists the document types that come with the software; once for each content of the seed file. */
export async function seedCatalogue(context: Context): Promise<void> {
  const text = await readFile(seedPath, 'utf8')
  const { documentTypes: types } = Seed.parse(JSON.parse(text))
  await context.record(
    { id: idOf('documents.seed', sha256(text)), streams: ['catalogue/document-types'] },
    async () => commits.fact('documents.catalogue-listed/1', { types }),
  )
}
