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
  statusSince: OfficeDate
  registeredOn: OfficeDate
}

/**
 * `nation`: every office, the pilot office with its 3,705 of 926,183.
 * `pilot`: the Nakhon Sawan office alone, numbers from 9900000 up to 9989999, a range
 * never issued; those above stay free for accounts that no register knows.
 */
export type Spread = 'nation' | 'pilot'

export const limits = { register_rows_max: 926_183, pilot_rows_max: 90_000 }

const firstDay = '1991-03-01'
const lastDay = '2020-03-12'
const juristicKinds: Readonly<Record<string, string>> = {
  'company-limited': '5',
  'public-company': '7',
  'limited-partnership': '3',
  'registered-partnership': '2',
}
const otherBodies = new Set([
  'natural-person',
  'household',
  'group-of-persons',
  'unregistered-partnership',
])
const statuses = [
  [55, 'active'],
  [8, 'no-employees'],
  [4, 'paused'],
  [29, 'ceased'],
  [1.5, 'transferred'],
  [1, 'merged'],
  [1.5, 'bankrupt'],
] as const

/**
 * A seeded, endless register: employer `index` of a seed is always the same, and no two share an
 * account number. Throws a Bug beyond the limits.
 */
export function employerSource(seed: Seed, spread: Spread): (index: number) => Employer {
  const max = spread === 'nation' ? limits.register_rows_max : limits.pilot_rows_max
  const shift = seededRandom(`${seed}/numbers`).between(0, max - 1)
  return (index) => {
    assert(index >= 0 && index < max, 'an employer index stands within the limits')
    // A multiplication by a number without common divisor shuffles without repeating.
    const place = (index * 387_407 + shift) % max
    const random = seededRandom(`${seed}/${index}`)
    const office = spread === 'pilot' ? pilotOffice.code : officeOf(random, place)
    const running = spread === 'pilot' ? 9_900_000 + place : 9_000_000 + place
    return anEmployer(random, office, running)
  }
}

/** A place in the shuffled order, so that exactly the pilot office's share of a full register is its own. */
function officeOf(random: Random, place: number): string {
  const { files, filesNationwide } = pilotOffice
  const filesUpTo = (end: number) => Math.floor((end * files) / filesNationwide)
  if (filesUpTo(place + 1) > filesUpTo(place)) return pilotOffice.code
  // Bangkok's twelve areas hold about a third; elsewhere the offices are taken as even.
  if (random.chance(0.34)) return itemAt(officeCodes, random.between(0, 11))
  const office = itemAt(officeCodes, random.between(12, officeCodes.length - 1))
  return office === pilotOffice.code ? '1100' : office
}

function anEmployer(random: Random, office: string, running: number): Employer {
  const province = office.slice(0, 2)
  const name = aFirmName(random, office)
  const registeredOn = later(dayBetween(random, 1991, 2019), firstDay)
  const kind = juristicKinds[name.employerType]
  const juristicNo = kind
    ? juristicNumber({
        province,
        kind,
        year: Number(registeredOn.slice(0, 4)) - random.between(0, 3),
        running: random.between(90_000, 99_999),
      })
    : ''
  const status = statusOf(random, name.employerType)
  const changedOn = dayBetween(random, Number(registeredOn.slice(0, 4)), 2019)
  return {
    accountNo: accountNumber(province, running),
    branchNo: '000000',
    nameTh: name.th,
    nameEn: name.en,
    formerNames: formerNames(random, office, name.employerType),
    employerType: name.employerType,
    juristicNo,
    taxNo: taxNumber(random, name.employerType, juristicNo),
    businessCode: name.businessCode,
    address: anAddress(random, office),
    office,
    status,
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
