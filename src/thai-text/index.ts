export { arabicDigits, digitKey, thaiDigits } from './digits.ts'
export { foldWithMap, type Mapped, thaiFold } from './fold.ts'
export {
  checkDigitAgrees,
  formatAccountNo,
  formatJuristicNo,
  formatNumber,
  formatPersonNo,
  type IdentifierKind,
  readNumber,
  type Series,
  type TypedNumber,
  type Verdict,
  verdictOf,
} from './identifiers.ts'
export { keyL2, keyL2WithMap, keyPage, keyPageWithMap } from './index-key.ts'
export { keyLatin } from './latin-key.ts'
export { type LegalForm, type LegalName, splitLegalName } from './legal-name.ts'
export { type NameKeys, nameKeys } from './name-keys.ts'
export { thaiNormalize } from './normalize.ts'
export { thaiSortKey } from './sort-key.ts'
export { keyL3 } from './sound-key.ts'
