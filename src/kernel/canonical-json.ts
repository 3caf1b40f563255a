import { assert } from './assert.ts'

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/**
 * RFC 8785 (JSON Canonicalization Scheme): one line, keys sorted by UTF-16 code unit, no white space.
 * `undefined` members are left out; a number that JSON cannot hold, or a lone surrogate, is a bug.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      assert(value.isWellFormed(), 'canonical JSON holds well-formed text')
      return JSON.stringify(value)
    case 'number':
      assert(Number.isFinite(value), 'canonical JSON holds finite numbers')
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
      return canonicalObject(value as Record<string, unknown>)
    default:
      assert(false, `canonical JSON cannot hold a ${typeof value}`)
  }
}

function canonicalObject(object: Record<string, unknown>): string {
  let text = ''
  for (const key of inOrder(Object.keys(object))) {
    const value = object[key]
    if (value === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value)}`
  }
  return `{${text}}`
}

/** Keys that stand in order already, as in most of what we write, are not sorted again. */
function inOrder(keys: string[]): string[] {
  for (let at = 1; at < keys.length; at++) {
    if ((keys[at - 1] ?? '') > (keys[at] ?? '')) return keys.sort()
  }
  return keys
}
