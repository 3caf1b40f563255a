import { canonicalJson } from '#kernel'
import { idOf } from '#platform/digests'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { DocumentType } from './contract.ts'
import seed from './document-types-seed.json' with { type: 'json' }

/** Lists the catalogue as it is first known. Repeated, it finds its commit. */
export async function seedCatalogue(context: Context): Promise<void> {
  const types = seed.types.map((type) => DocumentType.parse(type))
  const id = idOf('documents.catalogue-listed', canonicalJson(types))
  await context.record({ id, streams: ['catalogue/document-types'] }, async () =>
    commits.fact('documents.catalogue-listed/1', { types }),
  )
}
