import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FiledDocument } from '#documents/contract'
import { rebuild, stateDigest } from '#record'
import type { SearchAnswer } from '#search/contract'
import { segmentWords } from '#thai-text'
import {
  importNeighbours,
  importPapers,
  sampleEmployer,
  type WorkingOffice,
  workingOffice,
} from '../kit/working-office.ts'

async function signIn(working: WorkingOffice, role: string): Promise<string> {
  const { server } = working
  const me = (await server.inject({ url: '/api/me' })).json()
  const person = me.samplePeople.find((sample: { role: string }) => sample.role === role)
  const reply = await server.inject({
    method: 'POST',
    url: '/api/sample-sign-in',
    payload: { username: person.username },
  })
  assert.equal(reply.statusCode, 200, reply.body)
  const cookies = [reply.headers['set-cookie'] ?? []].flat()
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

async function ask<Answer>(working: WorkingOffice, url: string, cookie: string): Promise<Answer> {
  const reply = await working.server.inject({ url, headers: { cookie } })
  assert.equal(reply.statusCode, 200, `${url}: ${reply.body}`)
  return reply.json()
}

test('a sheet of paper becomes a page that is found by name, number and word, and the store alone gives it back', async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 30)
  const { truths } = await importPapers(working, ['power-of-attorney', 'juristic-certificate'])
  await working.idle()
  const cookie = await signIn(working, 'registrar')
  const search = (q: string) =>
    ask<SearchAnswer>(working, `/api/search?q=${encodeURIComponent(q)}`, cookie)

  const byNumber = await search(sampleEmployer.accountNo.replace(/(..)(.{7})(.)/, '$1-$2-$3'))
  assert.equal(byNumber.employers.hits[0]?.accountNo, sampleEmployer.accountNo)
  const byName = await search(sampleEmployer.nameTh)
  assert.equal(byName.employers.hits[0]?.accountNo, sampleEmployer.accountNo)

  const words = truths.flatMap(({ lines }) => lines.flatMap((line) => segmentWords(line)))
  const long = words.filter((word) => /^[ก-๎]{7,}$/.test(word)).sort((a, b) => b.length - a.length)
  const answers = await Promise.all([...new Set(long)].slice(0, 5).map((word) => search(word)))
  const hit = answers.flatMap(({ pages }) => pages.hits)[0]
  assert.ok(hit, `a page is found by one of ${long.slice(0, 5).join(', ')}`)
  assert.equal(hit.accountNo, sampleEmployer.accountNo)

  const document = await ask<FiledDocument>(working, `/api/documents/${hit.documentId}`, cookie)
  assert.equal(document.pageList[0]?.recognition, 'done')
  assert.match(document.scanName ?? '', /^0\d-.+\.tif$/)
  const image = await working.server.inject({
    url: `/api/pages/${hit.pageId}/view.webp`,
    headers: { cookie },
  })
  assert.equal(image.headers['content-type'], 'image/webp')

  const before = await stateDigest(working.office.database)
  await rebuild(working.office.powers, () => undefined)
  assert.deepEqual(await stateDigest(working.office.database), before)
})

test('who is not signed in, and who has no right, sees no page, no file and no search', async () => {
  await using working = await workingOffice()
  await importNeighbours(working, 3)
  const file = `/api/employer-files/${sampleEmployer.accountNo}`
  for (const url of [
    file,
    '/api/search?q=601',
    '/api/inbox',
    '/api/events',
    '/api/people',
    '/api/reading/progress',
  ]) {
    assert.equal((await working.server.inject({ url })).statusCode, 401, url)
  }
  const scanner = await signIn(working, 'scanner')
  for (const url of [file, '/api/search?q=601', '/api/people']) {
    const reply = await working.server.inject({ url, headers: { cookie: scanner } })
    assert.equal(reply.statusCode, 403, `${url} ${reply.body}`)
  }
})

test('a request from another site’s page, and garbage, are refused with a code', async () => {
  await using working = await workingOffice()
  const cookie = await signIn(working, 'registrar')
  const post = (headers: Record<string, string>, payload: string) =>
    working.server.inject({
      method: 'POST',
      url: '/api/batches',
      headers: { cookie, ...headers },
      payload,
    })
  const foreign = await post({ origin: 'https://elsewhere.example' }, '{}')
  assert.equal(foreign.json().code, 'app.foreign_origin')
  const garbage = await post({ 'content-type': 'application/json' }, '{"id": 7}')
  assert.equal(garbage.json().code, 'app.input_wrong')
  const nonsense = await post({ 'content-type': 'application/json' }, '{"id": ')
  assert.equal(nonsense.statusCode, 400)
})
