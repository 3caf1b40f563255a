import { type Block, choices, fields, heading, line, paragraph, signature } from '../blocks.ts'
import { longDate, shortDate } from '../dates.ts'
import { aScribble, type EmployerFacts } from '../employer-facts.ts'
import { shownAccount, shownThirteen } from '../numbers.ts'
import { fullName } from '../people.ts'
import { writtenAddress } from '../places.ts'
import type { Random } from '../random.ts'
import { accountBoxes, addressFields, baht, formHead } from './form-parts.ts'

export function powerOfAttorney(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer, signatory, attorney } = facts
  return [
    [
      heading('หนังสือมอบอำนาจ', 20),
      line(`เขียนที่ ${employer.nameTh}`, 'right'),
      line(`วันที่ ${longDate(date)}`, 'right'),
      paragraph(
        `โดยหนังสือฉบับนี้ ข้าพเจ้า ${fullName(signatory)} ในฐานะผู้มีอำนาจลงนามของ${employer.nameTh} เลขที่บัญชีนายจ้าง ${shownAccount(employer.accountNo)} สำนักงานตั้งอยู่ ${writtenAddress(employer.address)}`,
      ),
      paragraph(
        `ขอมอบอำนาจให้ ${fullName(attorney)} เลขประจำตัวประชาชน ${shownThirteen(attorney.nationalNo)} เป็นผู้มีอำนาจกระทำการแทนข้าพเจ้าในกิจการยื่นแบบขึ้นทะเบียนนายจ้าง แจ้งเปลี่ยนแปลงข้อเท็จจริง ให้ถ้อยคำ และรับเอกสารจากสำนักงานประกันสังคมจนเสร็จการ`,
      ),
      paragraph(
        'การใดที่ผู้รับมอบอำนาจได้กระทำไปภายในขอบเขตแห่งหนังสือนี้ ให้ถือเสมือนว่าข้าพเจ้าได้กระทำด้วยตนเอง จึงลงลายมือชื่อไว้เป็นสำคัญต่อหน้าพยาน',
      ),
      signature([`(${fullName(signatory)})`, 'ผู้มอบอำนาจ'], aScribble(random)),
      signature([`(${fullName(attorney)})`, 'ผู้รับมอบอำนาจ'], aScribble(random)),
      signature([`(${fullName(facts.officer)})`, 'พยาน'], aScribble(random)),
    ],
  ]
}

export function lease(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer, landlord, signatory } = facts
  const rent = random.between(10, 60) * 500
  return [
    [
      heading('สัญญาเช่า', 20),
      line(`ทำที่ ${writtenAddress(employer.address).split(' ตำบล')[0]}`, 'right'),
      line(`วันที่ ${longDate(date)}`, 'right'),
      paragraph(
        `สัญญานี้ทำขึ้นระหว่าง ${fullName(landlord)} ซึ่งต่อไปนี้เรียกว่า ผู้ให้เช่า ฝ่ายหนึ่ง กับ ${employer.nameTh} โดย ${fullName(signatory)} ซึ่งต่อไปนี้เรียกว่า ผู้เช่า อีกฝ่ายหนึ่ง ทั้งสองฝ่ายตกลงกันดังนี้`,
      ),
      paragraph(
        `ข้อ 1 ผู้ให้เช่าตกลงให้เช่าและผู้เช่าตกลงเช่าอาคารซึ่งตั้งอยู่ ${writtenAddress(employer.address)} เพื่อใช้เป็นสถานประกอบการ`,
      ),
      paragraph(`ข้อ 2 สัญญานี้มีกำหนด ${random.between(1, 3)} ปี นับแต่วันทำสัญญา`),
      paragraph(`ข้อ 3 ผู้เช่าตกลงชำระค่าเช่าเดือนละ ${baht(rent)} ภายในวันที่ 5 ของทุกเดือน`),
      paragraph('ข้อ 4 ผู้เช่าต้องดูแลรักษาทรัพย์สินที่เช่าและไม่ให้ผู้อื่นเช่าช่วง เว้นแต่ได้รับความยินยอมเป็นหนังสือ'),
      paragraph('ข้อ 5 เมื่อสัญญาสิ้นสุดลง ผู้เช่าต้องส่งมอบทรัพย์สินคืนในสภาพเรียบร้อย'),
      paragraph('ทั้งสองฝ่ายได้อ่านและเข้าใจข้อความโดยตลอดแล้ว จึงลงลายมือชื่อไว้เป็นหลักฐาน'),
      signature([`(${fullName(landlord)})`, 'ผู้ให้เช่า'], aScribble(random)),
      signature([`(${fullName(signatory)})`, 'ผู้เช่า'], aScribble(random)),
    ],
  ]
}

/** Notice of change, form สปส. 6-15: the employer moved. */
export function changeNotice(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer, formerAddress } = facts
  const changes = ['ชื่อ', 'ที่ตั้ง', 'ผู้มีอำนาจ', 'เลิกกิจการ']
  return [
    [
      ...formHead('สปส. 6-15', 'แบบแจ้งเปลี่ยนแปลงข้อเท็จจริงของนายจ้าง'),
      accountBoxes(employer.accountNo),
      fields(['ชื่อสถานประกอบการ', employer.nameTh]),
      fields(['ลำดับที่สาขา', employer.branchNo], ['โทรศัพท์', facts.phone]),
      choices('ขอแจ้งเปลี่ยนแปลง', changes, 'ที่ตั้ง'),
      line('ข้อเท็จจริงเดิม'),
      ...addressFields(formerAddress),
      line('ข้อเท็จจริงใหม่'),
      ...addressFields(employer.address),
      fields(['ตั้งแต่วันที่', longDate(date)], ['เหตุผล', 'ขยายกิจการ']),
      paragraph('ขอรับรองว่าข้อความที่แจ้งนี้ถูกต้องและเป็นความจริงทุกประการ'),
      signature(
        [`(${fullName(facts.signatory)})`, 'นายจ้าง', `ยื่นวันที่ ${shortDate(date)}`],
        aScribble(random),
      ),
    ],
  ]
}
