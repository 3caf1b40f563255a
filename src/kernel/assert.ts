/** An assertion that failed: our own mistake, never the caller's. */
export class Bug extends Error {
  override name = 'Bug'
}

/** Assertions stay on in production: a wrong belief must stop the act, not spoil the record. */
export function assert(condition: unknown, belief: string): asserts condition {
  if (!condition) throw new Bug(`Assertion failed: ${belief}`)
}

/** Marks the end of a total switch; a new case then fails to compile. */
export function unreachable(value: never): never {
  throw new Bug(`Unreachable case: ${JSON.stringify(value)}`)
}
