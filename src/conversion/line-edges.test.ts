import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type DocumentsTables, listDocumentTypes } from '#documents'
import { newId } from '#kernel'
import { listExpectedFiles, paperFileId, paperFilesProjection } from '#paper-files'
import { createImages } from '#platform/images'
import { rebuild, stateDigest } from '#record'
import {
  aLine,
  anOpenBatch,
  aPicture,
  eachItsOwn,
  edit,
  employer,
  type Line,
  passCheck,
  sendOn,
  sendPictures,
} from '../../test/kit/line.ts'
import { commits as catalogue } from '../documents/commits.ts'
import { openPaperFile } from '../paper-files/open-paper-file.ts'
import { undoPaperAct } from '../paper-files/undo-paper-act.ts'
import { markCertified } from './certifiable-batch.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-conversion-edges' })
after(() => images.close())
const id = () => newId(new Date())

test('a paper file goes on to the line with its first batch, and is converted with its last', async () => {
  await using line = await aLine([paperFilesProjection])
  await listExpectedFiles(line.context, '6000')
  const file = paperFileId({ accountNo: employer.accountNo, branchNo: '000000', volumeNo: 1 })
  const batchIds = [await anOpenBatch(line, 1, file), await anOpenBatch(line, 1, file)]
  const acts = async () => (await openPaperFile(line.context, file)).acts
  const states = async () => (await acts()).map(({ state, lineBatch }) => [state, lineBatch])
  const numbers = []
  for (const [at, batchId] of batchIds.entries()) {
    const batch = await sendPictures(line, [await aPicture(at + 1)], { batchId, images })
    numbers.push(batch.number)
    await eachItsOwn(line, batch, 'lease')
    await sendOn(line, batchId)
    await passCheck(line, batchId)
  }
  const [one, two] = numbers
  const opened = [
    ['on-line', two],
    ['on-line', one],
    ['expected', null],
  ]
  assert.deepEqual(await states(), opened)
  await markCertified(line.context, { batchId: batchIds[0] ?? '', id: id() })
  assert.deepEqual(await states(), opened, 'the other batch is still on its way')
  await markCertified(line.context, { batchId: batchIds[1] ?? '', id: id() })
  assert.deepEqual(await states(), [['converted', two], ...opened])
  const [{ actId = '' } = {}] = await acts()
  await assert.rejects(undoPaperAct(line.context, { id: id(), actId }), {
    code: 'paper-files.act_of_line',
  })
  const before = await stateDigest(line.powers.database)
  await rebuild(line.powers, () => undefined)
  assert.deepEqual(await stateDigest(line.powers.database), before)
})

test('a paper file that nobody listed, or of another office, opens no batch', async () => {
  await using line = await aLine([paperFilesProjection])
  await assert.rejects(anOpenBatch(line, 1, id()), { code: 'conversion.paper_file_unknown' })
})

test('a paper that may not be filed is stopped at the scanning station', async () => {
  await using line = await aLine()
  await secretLeases(line)
  const batchId = await anOpenBatch(line, 1)
  const batch = await sendPictures(line, [await aPicture(1)], { batchId, images })
  const indexed = await eachItsOwn(line, batch, 'lease')
  assert.deepEqual(indexed.documentList[0]?.obstacles, ['classified'])
  await assert.rejects(sendOn(line, batchId), { code: 'conversion.not_ready' })
  const documentIds = indexed.documentList.map(({ documentId }) => documentId)
  const nowhere = await edit(line, batchId, {
    ...{ kind: 'index', documentIds },
    set: { type: 'letter-in', section: 'attic' },
  })
  assert.deepEqual(nowhere.documentList[0]?.obstacles, ['unknown-section'])
  const set = { section: null }
  const good = await edit(line, batchId, { kind: 'index', documentIds, set })
  assert.deepEqual(good.documentList[0]?.obstacles, [])
  await sendOn(line, batchId)
})

/** The catalogue as an office might set it: leases are classified. */
async function secretLeases({ context }: Line): Promise<void> {
  const types = await listDocumentTypes(context.read<DocumentsTables>())
  await context.record({ id: id(), streams: ['catalogue/document-types'] }, async () =>
    catalogue.fact('documents.catalogue-listed/1', {
      types: types.map((type) => (type.code === 'lease' ? { ...type, tier: 'F' } : type)),
    }),
  )
}
