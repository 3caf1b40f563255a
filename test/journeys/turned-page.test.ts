import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import type { BatchToCertify, Duty } from '#certification/contract'
import type { OpenBatch, OpenCheck } from '#conversion/contract'
import type { EmployerFile, FiledDocument } from '#documents/contract'
import { newId } from '#kernel'
import { rebuild, stateDigest } from '#record'
import { aSamplePage } from '#sample-office'
import { segmentWords } from '#thai-text'
import { verifyEvidence } from '../../src/certification/verify-evidence.ts'
import { type SamplePerson, samplePerson } from '../kit/sample-person.ts'
import { importNeighbours, sampleEmployer, workingOffice } from '../kit/working-office.ts'

const id = () => newId(new Date())

test('a page scanned on its head is turned at the station, certified, and found where its words stand', async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 3)
  const scanner = await samplePerson(working, 'scanner')
  const { bytes, truth } = await aSamplePage('lease', { seed: 1, look: 'office-300' })
  const onHead = await sharp(bytes).rotate(180).withMetadata({ density: 300 }).png().toBuffer()
  const batchId = await scanned(scanner, onHead)
  await working.idle()
  const { pageList } = await turned(scanner, batchId)
  await working.idle()
  const read = await scanner.ask<OpenBatch>(`/line/batches/${batchId}`)
  const proposed = read.documentList[0]?.fields.filter(({ proposal }) => proposal !== null)
  assert.ok(
    proposed?.some(({ proposal }) => proposal?.value === 'lease'),
    'read again, upright',
  )
  await certified(working, { batchId, scanner })
  await working.idle()

  const registrar = await samplePerson(working, 'registrar')
  const file = await registrar.ask<EmployerFile>(`/employer-files/${sampleEmployer.accountNo}`)
  const [{ documentId = '' } = {}] = file.documents
  const word = truth.lines.flatMap(segmentWords).sort((a, b) => b.length - a.length)[0] ?? ''
  const [hit] = await hitsOf(registrar, documentId, word)
  assert.ok(hit, `${word} is found`)
  const filed = await registrar.ask<FiledDocument>(`/documents/${documentId}`)
  assert.deepEqual(filed.pageList[0]?.pageId, pageList[0]?.pageId)
  // Where the truth has the line from the top, there its box is, and not where the scan has it.
  const line = truth.lines.findIndex((text) => text.includes(word))
  const share = line / truth.lines.length
  const top = hit.boxes[0]?.[1] ?? -1
  assert.ok(
    Math.abs(top - share) < Math.abs(1 - top - share),
    `${top} is ${share}, not on its head`,
  )

  const supervisor = await samplePerson(working, 'certifier')
  const evidence = await supervisor.ask(`/certifications/${batchId}/evidence.json`)
  assert.deepEqual(verifyEvidence(evidence).flaws, [])
  const before = await stateDigest(working.office.database)
  await rebuild(working.office.powers, () => undefined)
  assert.deepEqual(await stateDigest(working.office.database), before)
})

async function scanned(scanner: SamplePerson, page: Uint8Array): Promise<string> {
  const batchId = id()
  const { accountNo } = sampleEmployer
  const opening = { accountNo, branchNo: null, paperFile: null, profile: 'grey-300-one', sheets: 1 }
  await scanner.ask('/line/batches', { id: batchId, ...opening })
  const scans = [{ name: '1.png', ...(await scanner.store(page)) }]
  const place = { kind: 'end' }
  await scanner.ask(`/line/batches/${batchId}/portions`, { id: id(), scans, place })
  return batchId
}

/** Whatever the machine thought of it: first by hand the wrong way, then upright; and indexed. */
async function turned(scanner: SamplePerson, batchId: string): Promise<OpenBatch> {
  const path = `/line/batches/${batchId}`
  let batch = await scanner.ask<OpenBatch>(path)
  const [page] = batch.pageList
  assert.ok(page)
  const pageIds = [page.pageId]
  const edit = async (each: object) => {
    const { version } = batch
    batch = await scanner.ask<OpenBatch>(`${path}/edits`, { id: id(), version, edit: each })
  }
  await edit({ kind: 'turn', pageIds, by: 90 })
  const left = (180 - page.turn - 90 + 360) % 360
  if (left !== 0) await edit({ kind: 'turn', pageIds, by: left })
  assert.equal(batch.pageList[0]?.turn, 180)
  const documentIds = batch.documentList.map(({ documentId }) => documentId)
  await edit({ kind: 'index', documentIds, set: { type: 'lease' } })
  return batch
}

type Certifying = { batchId: string; scanner: SamplePerson }

async function certified(
  working: Parameters<typeof samplePerson>[0],
  { batchId, scanner }: Certifying,
): Promise<void> {
  const path = `/line/batches/${batchId}`
  const { version } = await scanner.ask<OpenBatch>(path)
  await scanner.ask(`${path}/send`, { id: id(), version, difference: null })
  const checker = await samplePerson(working, 'checker')
  const { documentList } = await checker.ask<OpenCheck>(`/line/checks/${batchId}/open`, {})
  for (const { documentId } of documentList) {
    const verdict = { id: id(), documentId, verdict: 'accept', reason: null }
    await checker.ask(`/line/checks/${batchId}/verdicts`, verdict)
  }
  await checker.ask(`/line/checks/${batchId}/finish`, { id: id() })
  await sign(scanner, batchId, 'converted')
  await sign(checker, batchId, 'content')
  await sign(checker, batchId, 'metadata')
  await sign(await samplePerson(working, 'certifier'), batchId, 'process')
}

async function sign(person: SamplePerson, batchId: string, duty: Duty): Promise<void> {
  const { batches } = await person.ask<{ batches: BatchToCertify[] }>('/certifications/waiting')
  const batch = batches.find((each) => each.batchId === batchId)
  assert.ok(batch)
  for (const { documentId } of batch.documentList) {
    await person.ask(`/certifications/${batchId}/looks`, { documentId })
  }
  const signed = { id: id(), duty, batches: [{ batchId, digest: batch.digest }], password: '' }
  await person.ask('/certifications/sign', signed)
}

type Hit = { boxes: [number, number, number, number][] }

async function hitsOf(person: SamplePerson, documentId: string, word: string): Promise<Hit[]> {
  const url = `/documents/${documentId}/hits?q=${encodeURIComponent(word)}`
  return (await person.ask<{ hits: Hit[] }>(url)).hits
}
