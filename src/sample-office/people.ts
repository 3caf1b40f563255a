import { inventedNationalNumber } from './numbers.ts'
import type { Random } from './random.ts'

/** An invented person. Given and family names are put together from syllables, not taken from a list of people. */
export type Person = {
  title: 'นาย' | 'นาง' | 'นางสาว'
  given: string
  family: string
  /** Thirteen digits with a right check digit, of a registering office that does not exist. */
  nationalNo: string
}

const men = {
  first: 'สม วิ ประ ธีร สุ อ พิ ณัฐ ชัย บุญ กิตติ วร ศักดิ์ ทศ นิ จักร ภู มา เดช ไพ'.split(' '),
  second: 'ชาย เชิด สิทธิ์ พงษ์ พล ชาติ วุฒิ ศักดิ์ นันท์ เทพ ยุทธ รัตน์ เกียรติ ดล วัฒน์ ภพ ธรรม โชติ ปกรณ์ ราช'.split(
    ' ',
  ),
}
const women = {
  first: 'สุ วรร จิน พิม กัญ ณัฐ มา อร ศิ ปริ ชุ ดวง รัต นภา เพ็ญ ลัด วิ ธิ กน สาย'.split(' '),
  second: 'ดา ณา ชนก พร วดี ภา รัตน์ ลักษณ์ กานต์ ญา ทิพย์ นารี มาศ พันธ์ วรรณ ใจ สุดา รินทร์ ยา จันทร์'.split(' '),
}
const families = {
  first:
    'ตัวอย่าง สมมติ ทดลอง จำลอง ไม้งาม นาทอง ทุ่งแสง บึงใส ดอนแก้ว หนองเพชร ลำธาร เขาเขียว แสนดี มั่นรัก พูนผล เรืองรอง เพียรดี ใฝ่เรียน รักงาน ขยันยิ่ง คงมั่น ยืนนาน ทรงธรรม อยู่เย็น ปลูกฝัง'.split(
      ' ',
    ),
  second:
    'วงศ์ กุล ชัย พันธุ์ เจริญ ไพบูลย์ วัฒนา สกุล ประดิษฐ์ ศรี รุ่งเรือง มงคล สมบัติ พัฒน์ โสภณ วิจิตร พาณิชย์ ภักดี ไพศาล สุข'.split(
      ' ',
    ),
}

export function aPerson(random: Random): Person {
  const woman = random.chance(0.45)
  const syllables = woman ? women : men
  return {
    title: woman ? random.pick(['นาง', 'นางสาว'] as const) : 'นาย',
    given: random.pick(syllables.first) + random.pick(syllables.second),
    family: random.pick(families.first) + random.pick(families.second),
    nationalNo: inventedNationalNumber(random.between(0, 9_999_999)),
  }
}

/** `นายสมชาย ตัวอย่างวงศ์` */
export function fullName({ title, given, family }: Person): string {
  return `${title}${given} ${family}`
}
