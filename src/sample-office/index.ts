export { type Employer, employerSource, type Spread } from './employers.ts'
export { aFirmName, type FirmName } from './firm-names.ts'
export { accountNumber, checkDigit, juristicNumber, shownAccount } from './numbers.ts'
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
