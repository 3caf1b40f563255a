export type { Progress } from './desk.ts'
export type { DocumentKind } from './document-kinds.ts'
export { type Employer, employerSource, type Spread } from './employers.ts'
export type { FirmName } from './firm-names.ts'
export type { ImageFormat } from './image-files.ts'
export type { Person } from './people.ts'
export type { Address } from './places.ts'
export { type Random, type Seed, seededRandom } from './random.ts'
export {
  type RegisterEncoding,
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
  aSamplePage,
  type SamplePage,
  type SamplePageOptions,
} from './sample-page.ts'
export type { ScanLook, ScanLookName } from './scan-looks.ts'
export { joinTiffs } from './tiff-pages.ts'
export type { ExpectedOutcome, OddTruth, PageTruth, SampleTruth } from './truth.ts'
