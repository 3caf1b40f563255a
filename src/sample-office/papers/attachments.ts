import { wordsOf } from '#platform/typesetting'
import {
  type Block,
  fields,
  heading,
  type Landmark,
  line,
  paragraph,
  signature,
  table,
} from '../blocks.ts'
import { addDays, longDate, shortDate } from '../dates.ts'
import { aScribble, type EmployerFacts } from '../employer-facts.ts'
import { shownAccount, shownThirteen } from '../numbers.ts'
import { fullName } from '../people.ts'
import { writtenAddress } from '../places.ts'
import type { Random } from '../random.ts'
import { baht } from './form-parts.ts'

const neighbours = [
  'ตลาดสดเทศบาล',
  'วัดใหม่ (สมมติ)',
  'โรงเรียนตัวอย่าง',
  'สถานีขนส่ง',
  'ธนาคารสมมติ',
  'ปั๊มน้ำมัน',
  'ที่ว่าการอำเภอ',
]

/** A map as employers draw it: two roads, four landmarks, the workplace with a thick frame. */
export function workplaceMap(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer } = facts
  const [x, y] = [random.between(55, 75), random.between(45, 60)]
  const road = employer.address.road || 'เลี่ยงเมือง'
  return [
    [
      heading('แผนที่ตั้งสถานประกอบการ', 18),
      fields(['ชื่อสถานประกอบการ', employer.nameTh]),
      fields(['เลขที่บัญชีนายจ้าง', shownAccount(employer.accountNo)], ['โทรศัพท์', facts.phone]),
      fields(['ที่ตั้ง', writtenAddress(employer.address)]),
      {
        is: 'map',
        roads: [
          { x: 0, y, w: 170, h: 9, name: `ถนน${road}`, tx: 118, ty: y + 1.6 },
          { x, y: 0, w: 9, h: 118, name: 'ทางหลวงหมายเลข 1', tx: x + 11, ty: 108 },
        ],
        landmarks: landmarks(random, employer.nameTh, { x, y }),
      },
      line(`จุดสังเกต ห่างจากทางหลวงประมาณ ${random.between(2, 9) * 100} เมตร`, 'left', 5),
      signature([`(${fullName(facts.signatory)})`, 'ผู้จัดทำแผนที่', longDate(date)], aScribble(random)),
    ],
  ]
}

function landmarks(random: Random, name: string, cross: { x: number; y: number }): Landmark[] {
  const places = [
    { x: cross.x - 48, y: cross.y - 24 },
    { x: cross.x + 16, y: cross.y - 18 },
    { x: cross.x - 48, y: cross.y + 16 },
    { x: cross.x + 34, y: cross.y + 18 },
  ]
  const start = random.between(0, neighbours.length - 1)
  return places.map((place, index) => {
    const here = index === 1
    const text = here ? name : (neighbours[(start + index) % neighbours.length] ?? '')
    return { ...place, text, words: wordsOf(text), here }
  })
}

/** Stands for a copy of an identity card: no picture, no emblem, a number of no real office. */
export function idCard(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const person = facts.signatory
  const born = addDays(date, -random.between(9_000, 20_000))
  return [
    [
      line('สำเนาเอกสาร (ภาพจำลอง ไม่ใช่บัตรจริง)', 'center', 18),
      {
        is: 'card',
        above: 6,
        lines: [
          'บัตรตัวอย่าง SAMPLE CARD',
          `เลขประจำตัว ${shownThirteen(person.nationalNo)}`,
          `ชื่อ ${person.title}${person.given}`,
          `ชื่อสกุล ${person.family}`,
          `เกิดวันที่ ${shortDate(born)}`,
          `ที่อยู่ ${facts.formerAddress.houseNo} ต.${facts.formerAddress.subdistrict}`,
          `อ.${facts.formerAddress.district} จ.${facts.formerAddress.province}`,
          `วันออกบัตร ${shortDate(addDays(date, -400))}`,
        ],
      },
      paragraph(
        `ใช้ประกอบการขึ้นทะเบียนนายจ้างของ ${facts.employer.nameTh} เลขที่บัญชี ${shownAccount(facts.employer.accountNo)} เท่านั้น`,
      ),
      signature(['รับรองสำเนาถูกต้อง', `(${fullName(person)})`], aScribble(random)),
    ],
  ]
}

/** The register of insured persons that the employer keeps: a ruled table. */
export function insuredRegister(facts: EmployerFacts, date: string): Block[][] {
  return [
    [
      heading('ทะเบียนผู้ประกันตน'),
      fields(['ชื่อสถานประกอบการ', facts.employer.nameTh]),
      fields(['เลขที่บัญชีนายจ้าง', shownAccount(facts.employer.accountNo)], ['ณ วันที่', longDate(date)]),
      table(
        [
          { title: 'ที่', width: 0.7, align: 'right' },
          { title: 'เลขประจำตัวประชาชน', width: 4.4, align: 'left' },
          { title: 'ชื่อ ชื่อสกุล', width: 5.4, align: 'left' },
          { title: 'วันที่เข้างาน', width: 2.7, align: 'left' },
          { title: 'ค่าจ้าง', width: 1.6, align: 'right' },
        ],
        facts.staff.map((person, place) => [
          `${place + 1}`,
          shownThirteen(person.nationalNo),
          fullName(person),
          shortDate(addDays(facts.firstEmployeeOn, place * 9)),
          (facts.wage + place * 150).toLocaleString('en-US'),
        ]),
      ),
      line(`รวม ${facts.staff.length} คน ค่าจ้างรวม ${baht(totalWage(facts))}`, 'right', 4),
    ],
  ]
}

function totalWage(facts: EmployerFacts): number {
  return facts.staff.reduce((sum, _person, place) => sum + facts.wage + place * 150, 0)
}
