import { assert, type Id } from '#kernel'
import { idOf } from '#platform/digests'
import { type Role, roles } from './contract.ts'
import type { Granted } from './decide.ts'

export type SamplePerson = { username: string; name: string; position: string; role: Role }

/** Invented people of the sample office, one of each role. The second name says that they are samples. */
const people: Readonly<Record<Role, readonly [name: string, position: string]>> = {
  head: ['สุดา ตัวอย่าง', 'หัวหน้าสำนักงาน'],
  registrar: ['สมใจ ตัวอย่าง', 'เจ้าหน้าที่ทะเบียน'],
  inspector: ['วิชัย ตัวอย่าง', 'พนักงานตรวจสอบ'],
  'legal-officer': ['อรุณ ตัวอย่าง', 'นิติกร'],
  finance: ['มาลี ตัวอย่าง', 'เจ้าหน้าที่การเงินและบัญชี'],
  benefits: ['ปราณี ตัวอย่าง', 'เจ้าหน้าที่สิทธิประโยชน์'],
  scanner: ['บุญมี ตัวอย่าง', 'เจ้าหน้าที่สแกนเอกสาร'],
  checker: ['รัตนา ตัวอย่าง', 'ผู้ตรวจสอบภาพ'],
  certifier: ['ประสิทธิ์ ตัวอย่าง', 'ผู้รับรอง'],
  counter: ['นภา ตัวอย่าง', 'เจ้าหน้าที่บริการ'],
  administrator: ['ธนา ตัวอย่าง', 'ผู้ดูแลระบบ'],
  auditor: ['กมล ตัวอย่าง', 'ผู้ตรวจสอบภายใน'],
  'data-protection-officer': ['ศิริ ตัวอย่าง', 'เจ้าหน้าที่คุ้มครองข้อมูล'],
}

export function samplePeople(): SamplePerson[] {
  return roles.map((role) => {
    const [name, position] = people[role]
    return { username: `sample-${role}`, name, position, role }
  })
}

/** The id of the sample person with this username; null when there is none. */
export function samplePersonId(username: string): Id | null {
  const person = samplePeople().find((sample) => sample.username === username)
  return person ? idOf('identity.sample-person', person.role) : null
}

/** The sample person of a role as the sample office's own programs act for them. */
export function sampleActor(role: Role, officeId: string): Granted {
  const [name, position] = people[role]
  const person = samplePersonId(`sample-${role}`)
  assert(person !== null, 'a sample person has an id')
  const grants = [{ role, officeId }]
  return { person, name, office: officeId, position, role, assurance: 'password', grants }
}

export function isSamplePerson(personId: string): boolean {
  return samplePeople().some(({ username }) => samplePersonId(username) === personId)
}
