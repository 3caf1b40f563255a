/** A coded "no" that the caller can act on. The English title is for logs; screens translate `code`. */
export type RefusalKind = { readonly code: string; readonly status: number; readonly title: string }

export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: RefusalKind
  /** Facts that the translated sentence names, such as `{ accountNo }`. Never secret matter. */
  readonly facts: Readonly<Record<string, unknown>>

  constructor(kind: RefusalKind, facts: Readonly<Record<string, unknown>> = {}) {
    super(kind.title)
    this.kind = kind
    this.facts = facts
  }

  get code(): string {
    return this.kind.code
  }
}

/** The world failed (disk, network, database). Retried with delay; keeps what the driver threw. */
export class Fault extends Error {
  override name = 'Fault'
  readonly code: string

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

type Declared = Readonly<Record<string, { status: number; title: string }>>

/** Declares a module's refusals: `defineRefusals('custody', { in_transit: … })` gives `custody.in_transit`. */
export function defineRefusals<const D extends Declared>(
  module: string,
  declared: D,
): { readonly [K in keyof D]: RefusalKind } {
  const kinds = Object.entries(declared).map(([reason, kind]) => [
    reason,
    { code: `${module}.${reason}`, ...kind },
  ])
  return Object.fromEntries(kinds)
}
