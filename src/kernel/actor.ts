import { z } from 'zod'

/** Who acts, as the commit keeps it: names and position of that day, not a reference that can vanish. */
export const Actor = z.object({
  person: z.string(),
  name: z.string(),
  office: z.string(),
  position: z.string().optional(),
  role: z.string(),
  assurance: z.enum(['system', 'one-time-code', 'password', 'password+totp', 'passkey']),
})
export type Actor = z.infer<typeof Actor>
