import { thaiFold } from './fold.ts'
import { keyL2 } from './index-key.ts'
import { keyLatin } from './latin-key.ts'
import { type LegalName, splitLegalName } from './legal-name.ts'
import { thaiNormalize } from './normalize.ts'
import { romanise } from './romanise.ts'
import { thaiSortKey } from './sort-key.ts'
import { keyL3 } from './sound-key.ts'

/** Everything stored beside the name of an employer. */
export type NameKeys = LegalName & {
  /** The whole name, normalized: what is shown. */
  name: string
  /** `thaiFold(name)` */
  folded: string
  /** Sort key of the core. */
  sort: string
  l2: string
  l3: string
  latin: string
}

/** All columns of a name at once; the keys are those of its core. */
export function nameKeys(written: string): NameKeys {
  const name = thaiNormalize(written)
  const split = splitLegalName(name)
  return {
    ...split,
    name,
    folded: thaiFold(name),
    sort: thaiSortKey(split.core),
    l2: keyL2(split.key),
    l3: keyL3(split.core),
    latin: keyLatin(romanise(split.core)),
  }
}
