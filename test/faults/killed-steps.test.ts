import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { BatchToCertify, Duty } from '#certification/contract'
import type { OpenBatch, OpenCheck } from '#conversion/contract'
import type { EmployerFile } from '#documents/contract'
import { newId } from '#kernel'
import { employerSource } from '#sample-office'
import { aPicture } from '../kit/line.ts'
import { type LineOffice, type Person, signedIn, startLineOffice } from '../kit/line-office.ts'

const { accountNo } = employerSource(1, 'pilot')(0)
const id = () => newId(new Date())
const pages = 4
/** Between a request and the kill: before it is read, while it works, after it is answered. */
const moments_ms = [0, 15, 60]
const lookEvery_ms = 200

test('an office killed at each step of the line keeps what it answered, and each step sent again is the same step', {
  timeout: 400_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faem-killed-'))
  const line = await aKilledLine(folder)
  try {
    const batchId = await scanned(line)
    await arranged(line, batchId)
    await checked(line, batchId)
    await certified(line, batchId)
    await filedOnce(line)
  } finally {
    await line.office().close()
    await rm(folder, { recursive: true, force: true })
  }
})

type KilledLine = {
  office(): LineOffice
  person(role: string): Promise<Person>
  /** Sends the request, kills the office meanwhile, starts it again, sends the same once more. */
  through<T>(role: string, request: (person: Person) => Promise<T>): Promise<T>
}

async function aKilledLine(data: string): Promise<KilledLine> {
  let office = await startLineOffice(data, 'all')
  let kills = 0
  const person = (role: string) => signedIn(office.address, role)
  return {
    office: () => office,
    person,
    async through(role, request) {
      const asking = request(await person(role)).catch(() => null)
      await delay(moments_ms[kills++ % moments_ms.length])
      await office.kill()
      await asking
      office = await startLineOffice(data, 'all')
      return await request(await person(role))
    },
  }
}

async function scanned(line: KilledLine): Promise<string> {
  const batchId = id()
  const about = { branchNo: null, paperFile: null, profile: 'grey-300-one', sheets: pages }
  const scanner = await line.person('scanner')
  await scanner.ask('/line/batches', { id: batchId, accountNo, ...about })
  const numbers = Array.from({ length: pages }, (_, at) => at + 1)
  const pictures = await Promise.all(numbers.map((number) => aPicture(number)))
  const scans: { name: string; sha256: string }[] = []
  for (const [at, bytes] of pictures.entries()) {
    scans.push({ name: `${at + 1}.png`, sha256: await scanner.put(bytes) })
  }
  const portion = { id: id(), scans, place: { kind: 'end' } }
  await line.through('scanner', (person) =>
    person.ask(`/line/batches/${batchId}/portions`, portion),
  )
  return batchId
}

async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (good(answer)) return answer
    await delay(lookEvery_ms)
  }
}

async function arranged(line: KilledLine, batchId: string): Promise<void> {
  const path = `/line/batches/${batchId}`
  const scanner = await line.person('scanner')
  const batch = await until(
    () => scanner.ask<OpenBatch>(path),
    ({ pageList }) => pageList.length === pages,
  )
  const edits = [
    { kind: 'split', pageId: batch.pageList[2]?.pageId, newDocument: id() },
    { kind: 'index', documentIds: [batch.documentList[0]?.documentId], set: { type: 'lease' } },
  ]
  let { version } = batch
  for (const edit of edits) {
    const asked = { id: id(), version, edit }
    const after = await line.through('scanner', (person) =>
      person.ask<OpenBatch>(`${path}/edits`, asked),
    )
    assert.equal(after.documentList.length, 2)
    assert.equal(after.version, version + 1, 'made once')
    version = after.version
  }
  const again = await line.person('scanner')
  const { documentList } = await again.ask<OpenBatch>(path)
  assert.equal(documentList[0]?.typeTitleTh !== null, true)
  const documentIds = [documentList[1]?.documentId]
  const edit = { kind: 'index', documentIds, set: { type: 'power-of-attorney' } }
  const last = await again.ask<OpenBatch>(`${path}/edits`, { id: id(), version, edit })
  const sending = { id: id(), version: last.version, difference: null }
  const sent = await line.through('scanner', (person) =>
    person.ask<OpenBatch>(`${path}/send`, sending),
  )
  assert.deepEqual([sent.state, sent.round], ['checking', 1])
}

async function checked(line: KilledLine, batchId: string): Promise<void> {
  const path = `/line/checks/${batchId}`
  const checker = await line.person('checker')
  const { documentList } = await checker.ask<OpenCheck>(`${path}/open`, {})
  for (const { documentId } of documentList) {
    const verdict = { id: id(), documentId, verdict: 'accept', reason: null }
    await line.through('checker', (person) => person.ask(`${path}/verdicts`, verdict))
  }
  const open = await (await line.person('checker')).ask<OpenCheck>(`${path}/open`, {})
  assert.equal(open.done, 2)
  const closing = { id: id() }
  const closed = await line.through('checker', (person) =>
    person.ask<{ result: string }>(`${path}/finish`, closing),
  )
  assert.equal(closed.result, 'accepted')
}

async function certified(line: KilledLine, batchId: string): Promise<void> {
  const signers: [Duty, string][] = [
    ['converted', 'scanner'],
    ['content', 'checker'],
    ['metadata', 'checker'],
    ['process', 'certifier'],
  ]
  for (const [duty, role] of signers) {
    const signer = await line.person(role)
    const { batches } = await signer.ask<{ batches: BatchToCertify[] }>('/certifications/waiting')
    const batch = batches.find((each) => each.batchId === batchId)
    for (const { documentId } of batch?.documentList ?? []) {
      await signer.ask(`/certifications/${batchId}/looks`, { documentId })
    }
    const signing = { id: id(), duty, batches: [{ batchId, digest: batch?.digest }], password: '' }
    const sign = (person: Person) => person.ask('/certifications/sign', signing)
    // The last signature starts the certifying, in which the office is killed.
    if (duty === 'process') await line.through(role, sign)
    else await sign(signer)
  }
}

async function filedOnce(line: KilledLine): Promise<void> {
  const registrar = await line.person('registrar')
  const file = await until(
    () => registrar.ask<EmployerFile>(`/employer-files/${accountNo}`),
    ({ documents }) => documents.length >= 2,
  )
  assert.deepEqual([file.documents.length, file.pages], [2, pages])
  const { certifications } = await registrar.ask<{ certifications: unknown[] }>('/certifications')
  assert.equal(certifications.length, 1)
}
