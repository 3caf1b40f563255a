import type { z } from 'zod'
import type { Route } from '#kernel'
import { ProblemError, readProblem } from './problem.ts'

type Out<S> = S extends z.ZodType ? z.output<S> : never
type In<S> = S extends z.ZodType ? z.input<S> : never

type Parts<R extends Route> = (R['params'] extends z.ZodType
  ? { params: In<R['params']> }
  : unknown) &
  (R['query'] extends z.ZodType ? { query: In<R['query']> } : unknown) &
  (R['body'] extends z.ZodType ? { body: In<R['body']> } : unknown) & { signal?: AbortSignal }

/**
 * Asks a route of the contracts: its method and path are checked against the contract, its parts
 * and reply are typed by it. @throws ProblemError for every answer that is not 2xx.
 */
export async function ask<R extends Route>(
  method: R['method'],
  path: R['path'],
  parts: Parts<R>,
): Promise<Out<R['reply']>> {
  const { params, query, body, signal } = readParts(parts)
  const init: RequestInit = { method, credentials: 'same-origin' }
  if (signal !== undefined) init.signal = signal
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { 'content-type': 'application/json' }
  }
  const response = await fetch(`/api${fillPath(path, params)}${queryText(query)}`, init)
  return await answerOf(response)
}

/** The JSON of an answer. @throws ProblemError */
export async function answerOf<T>(response: Response): Promise<T> {
  const body = await response.json().catch(() => null)
  if (!response.ok) throw new ProblemError(readProblem(response.status, body))
  return body
}

type Loose = {
  params?: Readonly<Record<string, unknown>>
  query?: Readonly<Record<string, unknown>>
  body?: unknown
  signal?: AbortSignal
}

function readParts(parts: Loose): Loose {
  return parts
}

/** `/files/:id` with its parts put in, each escaped. */
export function fillPath(path: string, params: Readonly<Record<string, unknown>> = {}): string {
  return path.replace(/:([a-zA-Z0-9]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  )
}

/** `?q=…&year=2563`; parts without a value are left out. */
export function queryText(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  if (pairs.length === 0) return ''
  return `?${new URLSearchParams(pairs.map(([name, value]) => [name, String(value)]))}`
}
