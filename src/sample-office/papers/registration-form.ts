import { type Block, choices, fields, frame, line, paragraph, signature, table } from '../blocks.ts'
import { longDate } from '../dates.ts'
import { aScribble, type EmployerFacts } from '../employer-facts.ts'
import { shownAccount, shownThirteen } from '../numbers.ts'
import { fullName } from '../people.ts'
import type { Random } from '../random.ts'
import { accountBoxes, addressFields, baht, formHead, thirteenBoxes } from './form-parts.ts'

const kinds = ['บริษัท', 'ห้างหุ้นส่วน', 'บุคคลธรรมดา', 'อื่น ๆ']

/** Registration form สปส. 1-01, two pages: the employer, then the signatories and the officer's part. */
export function registrationForm(facts: EmployerFacts, date: string, random: Random): Block[][] {
  return [firstPage(facts), secondPage(facts, date, random)]
}

function firstPage(facts: EmployerFacts): Block[] {
  const { employer } = facts
  const women = facts.staff.filter((person) => person.title !== 'นาย').length
  return [
    ...formHead('สปส. 1-01', 'แบบขึ้นทะเบียนนายจ้าง'),
    accountBoxes(employer.accountNo),
    fields(['ลำดับที่สาขา', employer.branchNo], ['รหัสประเภทกิจการ', employer.businessCode]),
    fields(['1. ชื่อสถานประกอบการ', employer.nameTh]),
    ...(employer.nameEn ? [fields(['ชื่อภาษาอังกฤษ', employer.nameEn])] : []),
    choices('2. ประเภทนายจ้าง', kinds, chosenKind(employer.employerType)),
    thirteenBoxes(
      employer.juristicNo ? 'เลขทะเบียนนิติบุคคล' : 'เลขประจำตัวผู้มีอำนาจ',
      employer.juristicNo || facts.signatory.nationalNo,
    ),
    fields(['ทุนจดทะเบียน', baht(facts.capital)], ['โทรศัพท์', facts.phone]),
    line('3. ที่ตั้งสำนักงานใหญ่'),
    ...addressFields(employer.address),
    line('4. ลูกจ้าง'),
    fields(
      ['วันที่มีลูกจ้างคนแรก', longDate(facts.firstEmployeeOn), 2],
      ['จำนวนลูกจ้าง', `${facts.staff.length} คน`],
    ),
    fields(['ชาย', `${facts.staff.length - women} คน`], ['หญิง', `${women} คน`], ['ต่างด้าว', 'ไม่มี']),
    choices('5. การจ่ายค่าจ้าง', ['รายเดือน', 'รายวัน', 'ตามผลงาน'], 'รายเดือน'),
    fields(['ประมาณการค่าจ้างทั้งปี', baht(facts.staff.length * facts.wage * 12)]),
    choices('6. สาขา', ['ไม่มีสาขา', 'มีสาขา'], 'ไม่มีสาขา'),
  ]
}

function secondPage(facts: EmployerFacts, date: string, random: Random): Block[] {
  const { employer, signatory } = facts
  return [
    line(`เลขที่บัญชี ${shownAccount(employer.accountNo)}`, 'right', 0),
    line('7. รายชื่อผู้มีอำนาจลงนาม'),
    signatories(facts),
    line('8. เอกสารที่แนบ'),
    ...enclosures(facts).map((text, place) => line(`8.${place + 1} ${text}`)),
    paragraph(
      'ข้าพเจ้าขอรับรองว่าข้อความข้างต้นเป็นความจริงทุกประการ และขอขึ้นทะเบียนนายจ้างตามพระราชบัญญัติประกันสังคม พ.ศ. 2533',
    ),
    signature(
      [`(${fullName(signatory)})`, 'นายจ้างหรือผู้รับมอบอำนาจ', longDate(date)],
      aScribble(random),
    ),
    frame(
      'สำหรับเจ้าหน้าที่',
      fields(['รับเรื่องวันที่', longDate(date)], ['ลำดับที่สาขา', employer.branchNo]),
      fields(['รหัสกิจการ', employer.businessCode], ['อัตราเงินสมทบ', `0.${random.between(2, 9)} %`]),
      fields(['สำนักงานที่รับผิดชอบ', employer.office], ['มีผลตั้งแต่วันที่', longDate(facts.firstEmployeeOn)]),
      signature([`(${fullName(facts.officer)})`, 'เจ้าหน้าที่ผู้รับขึ้นทะเบียน'], aScribble(random)),
    ),
  ]
}

function signatories(facts: EmployerFacts): Block {
  const people = [facts.signatory, ...facts.committee.slice(0, 2)]
  return table(
    [
      { title: 'ลำดับ', width: 1, align: 'right' },
      { title: 'ชื่อ ชื่อสกุล', width: 5, align: 'left' },
      { title: 'เลขประจำตัวประชาชน', width: 4, align: 'left' },
    ],
    people.map((person, place) => [
      `${place + 1}`,
      fullName(person),
      shownThirteen(person.nationalNo),
    ]),
  )
}

function enclosures(facts: EmployerFacts): string[] {
  const body = facts.employer.juristicNo ? 'หนังสือรับรองนิติบุคคล' : 'ใบทะเบียนพาณิชย์'
  return [body, 'สำเนาบัตรประจำตัวประชาชนผู้มีอำนาจลงนาม', 'แผนที่ตั้งสถานประกอบการ']
}

function chosenKind(employerType: string): string {
  if (employerType.endsWith('company') || employerType.startsWith('company')) return 'บริษัท'
  if (employerType.endsWith('partnership')) return 'ห้างหุ้นส่วน'
  return employerType === 'natural-person' ? 'บุคคลธรรมดา' : 'อื่น ๆ'
}
