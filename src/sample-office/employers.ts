import type { OfficeDate } from '#kernel'
import { assert } from '#kernel'
import { addDays, dayBetween, earlier, later } from './dates.ts'
import { aFirmName, aFormerName } from './firm-names.ts'
import { accountNumber, inventedNationalNumber, juristicNumber } from './numbers.ts'
import { type Address, anAddress, officeCodes, pilotOffice } from './places.ts'
import { itemAt, type Random, type Seed, seededRandom } from './random.ts'

/** One invented employer, as the register knows it. */
export type Employer = {
  accountNo: string
  branchNo: string
  nameTh: string
  nameEn: string
  formerNames: readonly string[]
  employerType: string
  /** Empty for persons and for bodies that the company registry does not keep. */
  juristicNo: string
  taxNo: string
  businessCode: string
  address: Address
  office: string
  status: string
  statusSince: status === 'active' ? registeredOn : later(changedOn, registeredOn),
    registeredOn,
  }
}

function formerNames(random: Random, office: string, employerType: string): readonly string[] {
  if (otherBodies.has(employerType) || !random.chance(0.08)) return []
  const count = random.chance(0.15) ? 2 : 1
  return Array.from({ length: count }, () => aFormerName(random, office, employerType))
}

function statusOf(random: Random, employerType: string): string {
  if (employerType === 'natural-person' && random.chance(0.05)) return 'deceased'
  return random.weighted(statuses)
}

function taxNumber(random: Random, employerType: string, juristicNo: string): string {
  if (juristicNo) return juristicNo
  if (otherBodies.has(employerType)) return inventedNationalNumber(random.between(0, 9_999_999))
  return ''
}

/** The same employer's further workplace, one branch number on, in the area of the same office. */
export function nextBranch(employer: Employer, random: Random): Employer {
  return {
    ...employer,
    branchNo: `${Number(employer.branchNo) + 1}`.padStart(6, '0'),
    formerNames: [],
    address: anAddress(random, employer.office),
    registeredOn: earlier(addDays(employer.registeredOn, random.between(30, 2_000)), lastDay),
  }
}
