export type { Progress } from './desk.ts'
export { type DocumentKind, documentKinds } from './document-kinds.ts'
export { type Employer, employerSource, type Spread } from './employers.ts'
export { aFirmName, type FirmName } from './firm-names.ts'
export { extensionOf, type ImageFormat, imageFormats } from './image-files.ts'
export { accountNumber, checkDigit, juristicNumber, shownAccount } from './numbers.ts'
export { coverText } from './papers/cover-sheet.ts'
export { aPerson, fullName, type Person } from './people.ts'
export { type Address, anAddress, writtenAddress } from './places.ts'
export { type Random, type Seed, seededRandom } from './random.ts'
export {
  type RegisterEncoding,
  registerColumns,
  type WriteRegister,
  type WrittenRegister,
  writeEmployers,
  writeRegister,
} from './register.ts'
export {
  type WriteSampleOffice,
  type WrittenSampleOffice,
  writeSampleOffice,
} from './sample-office.ts'
export {
  aBornDigitalPdf,
  aSamplePage,
  type SamplePage,
  type SamplePageOptions,
} from './sample-page.ts'
export { type ScanLook, type ScanLookName, scanLooks } from './scan-looks.ts'
export { joinTiffs } from './tiff-pages.ts'
export type { ExpectedOutcome, OddTruth, PageTruth, SampleTruth } from './truth.ts'
