import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kernel'
import { createImages } from '#platform/images'
import { rebuild, stateDigest } from '#record'
import {
  aLine,
  anOpenBatch,
  aPicture,
  eachItsOwn,
  type Line,
  sendOn,
  sendPictures,
} from '../../test/kit/line.ts'
import { chooseSampling, readSampling } from './choose-sampling.ts'
import type { SamplingChoice } from './contract.ts'
import { leaveCheck } from './leave-check.ts'
import { listSamplingPlans } from './list-sampling-plans.ts'
import { openCheck } from './open-check.ts'
import { samplingSeed } from './sampling-seed.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-sampling-test' })
after(() => images.close())
const id = () => newId(new Date())

const choose = (line: Line, version: number, change: Partial<SamplingChoice>) =>
  chooseSampling(line.context, {
    id: id(),
    officeId: '6000',
    version,
    choice: { ...samplingSeed, ...change },
  })

test('what the administrator chooses holds from the next check on, and comes back from the store', async () => {
  await using line = await aLine()
  const batchId = await anOpenBatch(line, 15)
  const pictures = await Promise.all(Array.from({ length: 15 }, (_, at) => aPicture(at + 1)))
  await eachItsOwn(line, await sendPictures(line, pictures, { batchId, images }), 'lease')
  await sendOn(line, batchId)
  const before = await openCheck(line.checker, batchId)
  assert.deepEqual([before.plan.level, before.plan.aql, before.plan.sample], ['II', 1, 13])

  const chosen = await choose(line, 0, { level: 'I', aql: 10, mandatoryTypes: [] })
  assert.deepEqual([chosen.version, chosen.versions.length], [1, 1])
  const same = await openCheck(line.checker, batchId)
  assert.deepEqual(same.plan, before.plan, 'a check that is open keeps its plan')

  await leaveCheck(line.checker, batchId)
  const next = await openCheck(line.checker, batchId)
  const { level, aql, sample, acceptance, mandatory } = next.plan
  assert.deepEqual([level, aql, sample, acceptance, mandatory], ['I', 10, 5, 1, 0])
  assert.equal(next.documentList.length, 5)

  await choose(line, 1, { level: 'I', aql: 10, mandatoryTypes: ['lease'] })
  await leaveCheck(line.checker, batchId)
  const all = await openCheck(line.checker, batchId)
  assert.deepEqual([all.plan.mandatory, all.documentList.length], [10, 15])

  const digest = await stateDigest(line.powers.database)
  await rebuild(line.powers, () => undefined)
  assert.deepEqual(await stateDigest(line.powers.database), digest)
  assert.equal((await readSampling(line.context, '6000')).version, 2)
})

test('of two administrators who change one office, the second is told; other offices are not touched', async () => {
  await using line = await aLine()
  await choose(line, 0, { aql: 2.5 })
  await assert.rejects(choose(line, 0, { aql: 4 }), { code: 'conversion.sampling_moved_on' })
  const { version, choice } = await readSampling(line.context, '6000')
  assert.deepEqual([version, choice.aql], [1, 2.5])
  assert.deepEqual((await readSampling(line.context, '5000')).choice, samplingSeed)
})

test('only values of the standard, types of the catalogue and offices of one’s own are taken', async () => {
  await using line = await aLine()
  await assert.rejects(choose(line, 0, { aql: 3 }), { code: 'conversion.aql_unknown' })
  await assert.rejects(choose(line, 0, { mandatoryTypes: ['no-such-type'] }), {
    code: 'conversion.type_unknown',
  })
  const choosing = { id: id(), officeId: '6000', version: 0, choice: samplingSeed }
  const elsewhere = line.contextFor({}, ['5000'])
  await assert.rejects(chooseSampling(elsewhere, choosing), { code: 'conversion.office_unknown' })
  await assert.rejects(chooseSampling(line.context, { ...choosing, officeId: '0000' }), {
    code: 'conversion.office_unknown',
  })
  assert.equal((await readSampling(line.context, '6000')).version, 0)
})

test('the plans shown are those that the check draws by', () => {
  const { plans } = listSamplingPlans({ level: 'II', aql: 1 })
  const of = (lot: number) =>
    plans.find(({ least, most }) => least <= lot && lot <= (most ?? Number.POSITIVE_INFINITY))
  assert.deepEqual([of(15)?.normal.size, of(15)?.normal.acceptance], [13, 0])
  assert.deepEqual([of(500)?.normal.size, of(500)?.normal.rejection], [50, 2])
  assert.deepEqual([plans[0]?.least, plans.at(-1)?.least, plans.at(-1)?.most], [2, 500_001, null])
})
