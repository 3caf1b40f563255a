import { createPageReader, type PageReader } from './page-reader.ts'

type Step = keyof PageReader

/** One call of a `PageReader`: the name of its function and what it is given. */
export type Request = { [S in Step]: { step: S; of: Parameters<PageReader[S]>[0] } }[Step]

/** The module that sandbox children run. */
export function createAnswer(): (request: Request) => Promise<unknown> {
  const reader = createPageReader()
  return ({ step, of }) => {
    // `of` belongs to `step` by the type of Request; the compiler does not follow the pair.
    const read = reader[step] as (of: unknown) => Promise<unknown>
    return read(of)
  }
}
