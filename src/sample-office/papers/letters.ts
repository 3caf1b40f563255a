import { type Block, line, paragraph, signature } from '../blocks.ts'
import { letterDate } from '../dates.ts'
import { aScribble, type EmployerFacts } from '../employer-facts.ts'
import { inThaiDigits, shownAccount } from '../numbers.ts'
import { fullName } from '../people.ts'
import { writtenAddress } from '../places.ts'
import type { Random } from '../random.ts'

const officeLines = ['สำนักงานประกันสังคมจังหวัดนครสวรรค์', 'ถนนสวรรค์วิถี อำเภอเมือง', 'จังหวัดนครสวรรค์ ๖๐๐๐๐']

type Letter = { subject: string; to: string; enclosure?: string; body: readonly string[] }

/** The office tells the employer its account number. Thai digits and Buddhist dates, as letters have them. */
export function accountNumberNotice(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer } = facts
  return [
    officeLetter(facts, date, random, {
      subject: 'แจ้งเลขที่บัญชีนายจ้าง',
      to: receiver(facts),
      enclosure: 'หนังสือสำคัญแสดงการขึ้นทะเบียนนายจ้าง จำนวน ๑ ฉบับ',
      body: [
        `ตามที่ ${employer.nameTh} ได้ยื่นแบบขึ้นทะเบียนนายจ้างไว้ต่อสำนักงานประกันสังคมจังหวัดนครสวรรค์ นั้น`,
        `สำนักงานได้ตรวจสอบแล้วเห็นว่าถูกต้องครบถ้วน จึงขึ้นทะเบียนเป็นนายจ้าง เลขที่บัญชี ${inThaiDigits(shownAccount(employer.accountNo))} ลำดับที่สาขา ${inThaiDigits(employer.branchNo)} ตั้งแต่วันที่ ${letterDate(facts.firstEmployeeOn)} เป็นต้นไป`,
        'ขอให้ท่านนำส่งเงินสมทบภายในวันที่ ๑๕ ของเดือนถัดไป และแจ้งการเปลี่ยนแปลงข้อเท็จจริงทุกครั้ง',
        'จึงเรียนมาเพื่อทราบและถือปฏิบัติ',
      ],
    }),
  ]
}

/** The office asks for a paper that is missing. */
export function letterOut(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer } = facts
  return [
    officeLetter(facts, date, random, {
      subject: 'ขอให้ส่งเอกสารเพิ่มเติม',
      to: receiver(facts),
      body: [
        `ตามที่ ${employer.nameTh} เลขที่บัญชี ${inThaiDigits(shownAccount(employer.accountNo))} ได้แจ้งเปลี่ยนแปลงข้อเท็จจริงไว้ นั้น`,
        'สำนักงานได้ตรวจสอบแล้ว ปรากฏว่ายังขาดแผนที่ตั้งสถานประกอบการและสำเนาสัญญาเช่า จึงขอให้ท่านส่งเอกสารดังกล่าวภายใน ๑๕ วัน นับแต่วันที่ได้รับหนังสือนี้',
        'หากมีข้อสงสัยโปรดติดต่อฝ่ายทะเบียนและประสานการแพทย์ในวันและเวลาราชการ',
        'จึงเรียนมาเพื่อโปรดดำเนินการ',
      ],
    }),
  ]
}

/** The employer writes to the office. */
export function letterIn(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer, signatory } = facts
  return [
    [
      line(employer.nameTh, 'right', 0),
      line(writtenAddress(employer.address), 'right', 0.5),
      line(letterDate(date), 'center', 6),
      line('เรื่อง  ขอเปลี่ยนแปลงผู้ติดต่อประสานงาน', 'left', 5),
      line('เรียน  ประกันสังคมจังหวัดนครสวรรค์'),
      paragraph(
        `ด้วย ${employer.nameTh} เลขที่บัญชีนายจ้าง ${inThaiDigits(shownAccount(employer.accountNo))} มีความประสงค์ขอเปลี่ยนผู้ติดต่อประสานงานด้านประกันสังคม จากเดิมเป็น ${fullName(facts.attorney)} หมายเลขโทรศัพท์ ${inThaiDigits(facts.phone)}`,
        25,
      ),
      paragraph('ทั้งนี้ ได้แนบหนังสือมอบอำนาจและสำเนาบัตรประจำตัวประชาชนมาพร้อมหนังสือนี้แล้ว', 25),
      paragraph('จึงเรียนมาเพื่อโปรดพิจารณา', 25),
      line('ขอแสดงความนับถือ', 'center', 9),
      signature([`(${fullName(signatory)})`, 'ผู้มีอำนาจลงนาม'], aScribble(random)),
    ],
  ]
}

function officeLetter(facts: EmployerFacts, date: string, random: Random, letter: Letter): Block[] {
  const number = inThaiDigits(`นว 0030/${random.between(100, 4_000)}`)
  return [
    { is: 'emblem' },
    line(`ที่ ${number}`, 'left', 0),
    ...officeLines.map((text) => line(text, 'right', 0.4)),
    line(letterDate(date), 'center', 5),
    line(`เรื่อง  ${letter.subject}`, 'left', 4),
    line(`เรียน  ${letter.to}`),
    ...(letter.enclosure ? [line(`สิ่งที่ส่งมาด้วย  ${letter.enclosure}`)] : []),
    ...letter.body.map((text) => paragraph(text, 25)),
    line('ขอแสดงความนับถือ', 'center', 9),
    signature([`(${fullName(facts.officer)})`, 'ประกันสังคมจังหวัดนครสวรรค์'], aScribble(random)),
    line('ฝ่ายทะเบียนและประสานการแพทย์', 'left', 8),
    line('โทร. ๐ ๕๖๙๙ ๙๙๙๙ (หมายเลขสมมติ)', 'left', 0.5),
  ]
}

function receiver(facts: EmployerFacts): string {
  const { employer } = facts
  return employer.juristicNo ? `กรรมการผู้จัดการ ${employer.nameTh}` : fullName(facts.signatory)
}
