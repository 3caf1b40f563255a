import type { SamplingChoice } from './contract.ts'
import { samplingSeed } from './sampling-seed.ts'
import type { Read } from './store.ts'

/** The choice that an office's next check goes by, and its version: 0 is what comes with the software. */
export async function samplingOf(
  read: Read,
  officeId: string,
): Promise<{ version: number; choice: SamplingChoice }> {
  const row = await read
    .selectFrom('record.conversionSampling')
    .select(['version', 'choice'])
    .where('officeId', '=', officeId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { version: 0, choice: samplingSeed }
}
