/** A non-empty text of an address part, else nothing. Numbers in addresses arrive as numbers. */
export function textPart(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function countPart(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Only the parts that have a value: what is not asked for does not stand in the address. */
export function definedParts<T extends Record<string, unknown>>(parts: T): Defined<T> {
  const kept: Defined<T> = {}
  for (const key in parts) {
    const value = parts[key]
    if (isDefined(value)) kept[key] = value
  }
  return kept
}

function isDefined<V>(value: V): value is Exclude<V, undefined> {
  return value !== undefined
}
