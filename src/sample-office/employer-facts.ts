import type { OfficeDate } from '#kernel'
import type { Point } from './blocks.ts'
import { addDays } from './dates.ts'
import type { Employer } from './employers.ts'
import { aPerson, type Person } from './people.ts'
import { type Address, anAddress } from './places.ts'
import { type Random, seededRandom } from './random.ts'

/** All that the papers of one employer say beyond the register, the same on each of them. */
export type EmployerFacts = {
  employer: Employer
  signatory: Person
  attorney: Person
  landlord: Person
  officer: Person
  staff: readonly Person[]
  committee: readonly Person[]
  capital: number
  wage: number
  phone: string
  formerAddress: Address
  firstEmployeeOn: OfficeDate
}

export function factsOf(employer: Employer): EmployerFacts {
  const random = seededRandom(`facts/${employer.accountNo}`)
  const staff = Array.from({ length: random.between(6, 16) }, () => aPerson(random))
  return {
    employer,
    signatory: aPerson(random),
    attorney: aPerson(random),
    landlord: aPerson(random),
    officer: aPerson(random),
    staff,
    committee: Array.from({ length: random.between(3, 5) }, () => aPerson(random)),
    capital: random.between(1, 50) * 500_000,
    wage: random.between(90, 150) * 100,
    phone: `056-99${random.between(1000, 9999)}`,
    formerAddress: anAddress(random, employer.office),
    firstEmployeeOn: addDays(employer.registeredOn, -random.between(3, 28)),
  }
}

/** A signature's curve: a wave from left to right with loops, in millimetres. */
export function aScribble(random: Random): Point[] {
  const points: Point[] = [[0, random.between(3, 6)]]
  let x = 0
  for (let stroke = 0; stroke < random.between(4, 7); stroke += 1) {
    const high = random.between(-3, 2)
    const back = random.chance(0.4) ? -3 : 2
    points.push([x + 2 + back, high], [x + 5 + back, random.between(5, 11)])
    x += random.between(4, 7)
    points.push([x, random.between(2, 7)])
  }
  return points
}
