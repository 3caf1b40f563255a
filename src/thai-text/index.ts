export type { Precision } from './calendar.ts'
export { arabicDigits, digitKey, thaiDigits } from './digits.ts'
export { findHits, type Hit } from './find-hits.ts'
export { foldWithMap, type Mapped, thaiFold } from './fold.ts'
export { type DateStyle, formatDate } from './format-date.ts'
export {
  formatAccountNo,
  formatJuristicNo,
  formatPersonNo,
  type IdentifierKind,
  readNumber,
  type Series,
  type TypedNumber,
  type Verdict,
} from './identifiers.ts'
export { keyL2, keyL2WithMap } from './index-key.ts'
export { otherLayout } from './keyboard.ts'
export { keyLatin } from './latin-key.ts'
export { type LegalForm, type LegalName, splitLegalName } from './legal-name.ts'
export { type NameKeys, nameKeys } from './name-keys.ts'
export { normalizeWithMap, thaiNormalize } from './normalize.ts'
export { type PersonName, splitPersonName } from './person-name.ts'
export {
  type Assumption,
  type DateReason,
  type KnownDate,
  type ReadDate,
  readDate,
} from './read-date.ts'
export { type Identifier, readIdentifier } from './read-identifier.ts'
export { romanise } from './romanise.ts'
export { thaiSortKey } from './sort-key.ts'
export { keyL3 } from './sound-key.ts'
export type { UnitMap } from './traced.ts'
export { segmentWords } from './words.ts'
