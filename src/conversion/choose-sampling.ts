import { type DocumentsTables, listDocumentTypes } from '#documents'
import { type Id, Refusal, type Reply, type Scope } from '#kernel'
import { findOffice, type OfficesTables } from '#offices'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { type chooseSampling as chooseRoute, limits, type SamplingChoice } from './contract.ts'
import { refusals } from './refusals.ts'
import { qualityLimits } from './sampling/sampling-plan.ts'
import { samplingOf } from './sampling-choice.ts'
import { inScope, switchingOf } from './store.ts'
import type { ConversionTables } from './tables.ts'

type Read = ReadTables<ConversionTables & DocumentsTables & OfficesTables>
type OfficeSampling = Reply<typeof chooseRoute>

/** @throws Refusal `conversion.office_unknown`, also out of scope */
export async function readSampling(context: Context, officeId: string): Promise<OfficeSampling> {
  const read: Read = context.read()
  await refuseOffice(read, context.may('conversion.choose-sampling'), officeId)
  const rows = await read
    .selectFrom('record.conversionSampling')
    .select(['version', 'choice', 'chosenAt', 'chosenBy'])
    .where('officeId', '=', officeId)
    .orderBy('version', 'desc')
    .limit(limits.sampling_versions_max)
    .execute()
  const { version, choice } = await samplingOf(read, officeId)
  const { severity } = await switchingOf(read, officeId)
  const versions = rows.map((row) => ({ ...row, chosenAt: row.chosenAt.toISOString() }))
  return { officeId, version, choice, severity, versions }
}

type Choosing = { id: Id; officeId: string; version: number; choice: SamplingChoice }

/**
 * How the office samples from its next check on. A check that is open keeps its plan.
 * @throws Refusal `conversion.office_unknown`, `aql_unknown`, `type_unknown`, `sampling_moved_on`
 */
export async function chooseSampling(
  context: Context,
  { id, ...choosing }: Choosing,
): Promise<OfficeSampling> {
  const { officeId, version, choice } = choosing
  const scope = context.may('conversion.choose-sampling')
  if (!qualityLimits.includes(choice.aql)) {
    throw new Refusal(refusals.aql_unknown, { aql: choice.aql })
  }
  await context.record(
    { id, streams: [`line/${officeId}`], input: choosing },
    async (read: Read) => {
      await refuseOffice(read, scope, officeId)
      await refuseTypes(read, choice)
      const standing = await samplingOf(read, officeId)
      if (standing.version !== version) throw new Refusal(refusals.sampling_moved_on)
      return commits.fact('conversion.sampling-chosen/1', {
        officeId,
        version: version + 1,
        choice,
      })
    },
  )
  return await readSampling(context, officeId)
}

async function refuseOffice(read: Read, scope: Scope, officeId: string): Promise<void> {
  if (!inScope(scope, officeId) || (await findOffice(read, officeId)) === null) {
    throw new Refusal(refusals.office_unknown, { officeId })
  }
}

async function refuseTypes(read: Read, { mandatoryTypes }: SamplingChoice): Promise<void> {
  const known = new Set((await listDocumentTypes(read)).map(({ code }) => code))
  const type = mandatoryTypes.find((code) => !known.has(code))
  if (type !== undefined) throw new Refusal(refusals.type_unknown, { type })
}
