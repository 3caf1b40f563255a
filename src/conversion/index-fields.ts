import { z } from 'zod'
import { IndexField } from './contract.ts'
import seed from './index-fields-seed.json' with { type: 'json' }

const FieldRow = IndexField.pick({ field: true, titleTh: true, titleEn: true, kind: true })
export type FieldRow = z.infer<typeof FieldRow>

const { fields, every, required, types } = z
  .object({
    fields: z.array(FieldRow),
    every: z.array(z.string()),
    required: z.array(z.string()),
    types: z.record(z.string(), z.array(z.string())),
  })
  .parse(seed)

/** The index fields of a document type, in the order of the table; those of every type first. */
export function fieldsOfType(type: string | null): (FieldRow & { required: boolean })[] {
  const wanted = [...every, ...((type === null ? undefined : types[type]) ?? [])]
  return wanted.flatMap((name) => {
    const row = fields.find(({ field }) => field === name)
    return row === undefined ? [] : [{ ...row, required: required.includes(name) }]
  })
}
