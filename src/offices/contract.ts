import { z } from 'zod'
import { defineRoute } from '#kernel'

export const OfficeCode = z.string().regex(/^[0-9]{4}$/)

export const Office = z.object({
  code: OfficeCode,
  nameTh: z.string(),
  shortNameTh: z.string(),
  nameEn: z.string(),
  kind: z.enum(['headquarters', 'headquarters-unit', 'bangkok-area', 'province', 'branch-office']),
  provinceCode: z.string().nullable(),
  holdsEmployerFiles: z.boolean(),
})
export type Office = z.infer<typeof Office>

export const listOffices = defineRoute({
  method: 'GET',
  path: '/offices',
  action: 'offices.list',
  summary: 'The offices, in order of their codes',
  reply: z.object({ offices: z.array(Office) }),
})
