declare const made: unique symbol

/**
 * The matter that one decision lets its holder see: these offices' (or every office's), up to these tiers.
 * Only `decide()` of the identity module makes one, so a read without a decision does not compile.
 */
export type Scope = {
  readonly offices: readonly string[] | 'all'
  readonly [made]: true
}
