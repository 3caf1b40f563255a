import assert from 'node:assert/strict'
import { sha256 } from '#platform/digests'
import type { WorkingOffice } from './working-office.ts'

/** A sample person at work: asks the server as the web does. */
export type SamplePerson = {
  /** The answer of a route, which must grant it. A body makes it a POST. */
  ask<Answer>(url: string, body?: object): Promise<Answer>
  status(url: string): Promise<number>
  store(bytes: Uint8Array): Promise<{ sha256: string }>
}

export async function samplePerson(working: WorkingOffice, role: string): Promise<SamplePerson> {
  const { server } = working
  const reply = await server.inject({
    ...{ method: 'POST', url: '/api/sample-sign-in' },
    payload: { username: `sample-${role}` },
  })
  assert.equal(reply.statusCode, 200, reply.body)
  const cookies = [reply.headers['set-cookie'] ?? []].flat()
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ')
  return {
    async ask(url, body) {
      const method = body === undefined ? 'GET' : 'POST'
      const answer = await server.inject({
        ...{ method, url: `/api${url}`, headers: { cookie } },
        ...(body === undefined ? {} : { payload: body }),
      })
      assert.equal(answer.statusCode, 200, `${url}: ${answer.body}`)
      return answer.json()
    },
    async status(url) {
      return (await server.inject({ url: `/api${url}`, headers: { cookie } })).statusCode
    },
    async store(bytes) {
      const digest = sha256(bytes)
      const put = await server.inject({
        ...{ method: 'PUT', url: `/api/blobs/${digest}` },
        headers: { cookie, 'content-type': 'application/octet-stream' },
        payload: Buffer.from(bytes),
      })
      assert.ok(put.statusCode < 300, put.body)
      return { sha256: digest }
    },
  }
}
