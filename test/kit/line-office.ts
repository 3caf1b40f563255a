import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { assert } from '#kernel'
import { sha256 } from '#platform/digests'
import type { Told } from './line-server.ts'

export type LineOffice = {
  readonly address: string
  spent(): Promise<{ rss_mb: number; cpu_s: number; jobs: number }>
  /** Without a word, as the power goes. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Starts the office in a process of its own: to be killed, or measured apart from the measurer. */
export async function startLineOffice(data: string, workers: 'all' | 'none'): Promise<LineOffice> {
  const child = fork(join(import.meta.dirname, 'line-server.ts'), [data, workers], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  })
  const told = await heard(child)
  assert('address' in told, 'the office tells its address first')
  return {
    address: told.address,
    async spent() {
      child.send('spent')
      const answer = await heard(child)
      assert('rss_mb' in answer, 'the office tells what it spent')
      return answer
    },
    async kill() {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
    async close() {
      child.send('close')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function heard(child: ChildProcess): Promise<Told> {
  const listening = new AbortController()
  const { signal } = listening
  const answered = once(child, 'message', { signal }).then(([message]) => message as Told)
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('the office ended before it was told to')
  })
  try {
    return await Promise.race([answered, ended])
  } finally {
    listening.abort()
    await Promise.allSettled([answered, ended])
  }
}

/** A sample person who asks the server over HTTP. */
export type Person = {
  ask<Answer>(path: string, body?: object): Promise<Answer>
  put(bytes: Uint8Array): Promise<string>
  get(path: string): Promise<void>
}

export async function signedIn(address: string, role: string): Promise<Person> {
  const signing = await fetch(`${address}/api/sample-sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username: `sample-${role}` }),
  })
  assert(signing.ok, `sample-${role} signs in`)
  const cookie = signing.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const headers = { cookie, origin: address }
  return {
    async ask(path, body) {
      const answer = await fetch(`${address}/api${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      // Of the contract of that path; the server has checked it.
      return (await answer.json()) as never
    },
    async put(bytes) {
      const digest = sha256(bytes)
      const answer = await fetch(`${address}/api/blobs/${digest}`, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      })
      if (!answer.ok) throw new Error(`blob: ${answer.status} ${await answer.text()}`)
      await answer.arrayBuffer()
      return digest
    },
    async get(path) {
      const answer = await fetch(`${address}/api${path}`, { headers })
      await answer.arrayBuffer()
    },
  }
}
