import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LineBatch, OpenBatch, OpenCheck } from '#conversion/contract'
import { rebuild, stateDigest } from '#record'
import { refill } from '../../src/app/refill-derived.ts'
import { lineSamples } from '../../src/app/sample-line.ts'
import { importNeighbours, type WorkingOffice, workingOffice } from '../kit/working-office.ts'

async function signIn(working: WorkingOffice, role: string): Promise<string> {
  const reply = await working.server.inject({
    method: 'POST',
    url: '/api/sample-sign-in',
    payload: { username: `sample-${role}` },
  })
  assert.equal(reply.statusCode, 200, reply.body)
  const cookies = [reply.headers['set-cookie'] ?? []].flat()
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

type Asking = { url: string; cookie: string; payload?: object }

async function ask<Answer>(working: WorkingOffice, asking: Asking): Promise<Answer> {
  const { url, cookie, payload } = asking
  const method = payload === undefined ? 'GET' : 'POST'
  const reply = await working.server.inject({
    ...{ method, url: `/api${url}`, headers: { cookie } },
    ...(payload === undefined ? {} : { payload }),
  })
  assert.equal(reply.statusCode, 200, `${url}: ${reply.body}`)
  return reply.json()
}

test('the sample people bring paper along the line: its stations show it, and its pages to nobody else', async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 3)
  await lineSamples(working.office, new AbortController().signal)
  await lineSamples(working.office, new AbortController().signal)
  await working.idle()
  const scanner = await signIn(working, 'scanner')
  const { batches } = await ask<{ batches: LineBatch[] }>(working, {
    url: '/line/batches',
    cookie: scanner,
  })
  assert.deepEqual(batches.map(({ state }) => state).sort(), [
    'certifying',
    'checking',
    'returned',
    'scanning',
  ])
  const open = (state: string) => {
    const { batchId } = batches.find((batch) => batch.state === state) ?? {}
    return ask<OpenBatch>(working, { url: `/line/batches/${batchId}`, cookie: scanner })
  }
  const scanning = await open('scanning')
  assert.deepEqual(scanning.obstacles, ['count-differs', 'pages-to-mend', 'documents-to-index'])
  const returned = await open('returned')
  assert.equal(returned.documentList[0]?.sentBack?.reason, 'cropped-or-folded')
  // The words of the papers propose what was stated, or something else; some of them at least.
  const fields = scanning.documentList.flatMap((document) => document.fields)
  assert.ok(fields.some(({ state }) => state === 'agree' || state === 'disagree'))

  const checker = await signIn(working, 'checker')
  const { check } = await ask<{ check: OpenCheck | null }>(working, {
    url: '/line/checks/next',
    cookie: checker,
    payload: {},
  })
  assert.deepEqual(check?.documentList.map(({ typeTitleTh }) => typeTitleTh).slice(0, 1), [
    'แบบขึ้นทะเบียนนายจ้าง',
  ])
  const url = `/api/line/pages/${scanning.pageList[0]?.pageId}/thumbnail.webp`
  const seen = await working.server.inject({ url, headers: { cookie: checker } })
  assert.equal(seen.headers['content-type'], 'image/webp')
  const counter = await signIn(working, 'counter')
  const refused = await working.server.inject({ url, headers: { cookie: counter } })
  assert.equal(refused.statusCode, 403)

  const before = await stateDigest(working.office.database)
  await rebuild(working.office.powers, () => undefined)
  assert.deepEqual(await stateDigest(working.office.database), before)
  await refill(working.office)
  await working.idle()
  assert.deepEqual((await open('scanning')).pageList, scanning.pageList)
})
