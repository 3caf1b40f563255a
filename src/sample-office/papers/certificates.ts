import { type Block, fields, heading, line, paragraph, signature, table } from '../blocks.ts'
import { longDate } from '../dates.ts'
import { documentKind } from '../document-kinds.ts'
import { aScribble, type EmployerFacts } from '../employer-facts.ts'
import { shownThirteen } from '../numbers.ts'
import { fullName } from '../people.ts'
import { writtenAddress } from '../places.ts'
import type { Random } from '../random.ts'
import { baht } from './form-parts.ts'

const objects = [
  'ซื้อ จัดหา รับ เช่า ถือกรรมสิทธิ์ และจัดการทรัพย์สินเพื่อประโยชน์ของกิจการ',
  'ประกอบกิจการค้าสินค้าทุกชนิดทั้งปลีกและส่งภายในประเทศ',
  'กู้ยืมเงิน เบิกเงินเกินบัญชีจากธนาคาร และให้หลักประกันตามสมควร',
  'ประกอบกิจการรับจ้างทำของและให้บริการที่เกี่ยวข้องแก่บุคคลทั่วไป',
]

/** Certificate of registration of a juristic person, with objects. Shape as of the company registry. */
export function juristicCertificate(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer } = facts
  const directors = [facts.signatory, ...facts.committee.slice(0, 2)]
  return [
    [
      { is: 'emblem' },
      line('ที่ นว 99123', 'left', 1),
      heading('หนังสือรับรอง', 19),
      line('สำนักงานทะเบียนหุ้นส่วนบริษัทจังหวัดนครสวรรค์ (จำลอง)', 'center'),
      paragraph(
        `ขอรับรองว่า${employer.nameTh} ได้จดทะเบียนเป็นนิติบุคคลตามประมวลกฎหมายแพ่งและพาณิชย์ ทะเบียนนิติบุคคลเลขที่ ${employer.juristicNo} เมื่อวันที่ ${longDate(employer.registeredOn)} ปรากฏข้อความในรายการตามเอกสารทะเบียน ณ วันออกหนังสือนี้ ดังนี้`,
      ),
      line(`1. ชื่อ ${employer.nameTh}`),
      line('2. กรรมการหรือหุ้นส่วนผู้จัดการมีดังต่อไปนี้'),
      ...directors.map((person, place) => line(`     ${place + 1}) ${fullName(person)}`)),
      paragraph(`3. ${fullName(facts.signatory)} ลงลายมือชื่อและประทับตราสำคัญ มีอำนาจลงชื่อผูกพันนิติบุคคล`, 0),
      line(`4. ทุนจดทะเบียน ${baht(facts.capital)}`),
      paragraph(`5. สำนักงานใหญ่ตั้งอยู่ ${writtenAddress(employer.address)}`, 0),
      line(`6. วัตถุประสงค์ที่สำคัญมี ${objects.length} ข้อ ดังนี้`),
      ...objects.map((text, place) => paragraph(`(${place + 1}) ${text}`, 10)),
      line(`ออกให้ ณ วันที่ ${longDate(date)}`, 'center', 5),
      signature([`(${fullName(facts.officer)})`, 'นายทะเบียน'], aScribble(random)),
    ],
  ]
}

/** Registration as a merchant, for shops and persons. */
export function commercialRegistration(
  facts: EmployerFacts,
  date: string,
  random: Random,
): Block[][] {
  const { employer, signatory } = facts
  return [
    [
      line('แบบ พค. 0403 (จำลอง)', 'right', 0),
      { is: 'emblem' },
      heading('ใบทะเบียนพาณิชย์', 20),
      line(`ทะเบียนเลขที่ ${shownThirteen(signatory.nationalNo)}`, 'center'),
      paragraph('ใบสำคัญนี้ออกให้เพื่อแสดงว่าผู้ประกอบพาณิชยกิจดังต่อไปนี้ได้จดทะเบียนพาณิชย์แล้ว'),
      fields(['ชื่อผู้ประกอบพาณิชยกิจ', fullName(signatory)]),
      fields(['ชื่อที่ใช้ในการประกอบพาณิชยกิจ', employer.nameTh]),
      fields(['ชนิดแห่งพาณิชยกิจ', `ขายปลีกและให้บริการ รหัส ${employer.businessCode}`]),
      fields(['จำนวนเงินทุน', baht(facts.capital / 10)]),
      fields(['ตั้งอยู่', writtenAddress(employer.address)]),
      fields(['วันเริ่มประกอบพาณิชยกิจ', longDate(facts.firstEmployeeOn)]),
      line(`ออกให้ ณ วันที่ ${longDate(date)}`, 'center', 8),
      signature([`(${fullName(facts.officer)})`, 'นายทะเบียนพาณิชย์'], aScribble(random)),
    ],
  ]
}

/** Licence or certificate of registration of a body that another law knows: school, co-operative, foundation … */
export function licence(
  code: string,
  facts: EmployerFacts,
  date: string,
  random: Random,
): Block[][] {
  const { employer } = facts
  const { title, formNo } = documentKind(code)
  return [
    [
      line(formNo ? `แบบ ${formNo} (จำลอง)` : 'เอกสารจำลอง', 'right', 0),
      { is: 'emblem' },
      heading(title, 19),
      line(`ทะเบียนเลขที่ ${random.between(1, 99)}/${Number(date.slice(0, 4)) + 543}`, 'center'),
      paragraph(`เอกสารนี้ออกให้แก่ ${employer.nameTh} เพื่อแสดงว่านายทะเบียนได้รับจดทะเบียนไว้ถูกต้องแล้ว`),
      paragraph(`สำนักงานตั้งอยู่ ${writtenAddress(employer.address)}`),
      paragraph(`โดยมี ${fullName(facts.signatory)} เป็นผู้มีอำนาจทำการแทน ตามข้อบังคับที่ได้จดทะเบียนไว้`),
      paragraph('ผู้รับต้องปฏิบัติตามกฎหมายและเงื่อนไขที่นายทะเบียนกำหนด และแจ้งทุกครั้งที่มีการเปลี่ยนแปลง'),
      line(`ให้ไว้ ณ วันที่ ${longDate(date)}`, 'center', 10),
      signature([`(${fullName(facts.officer)})`, 'นายทะเบียน'], aScribble(random)),
    ],
  ]
}

/** Certificate of registration for value-added tax, ภ.พ. 20. */
export function taxCertificate(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const { employer } = facts
  return [
    [
      line('ภ.พ. 20', 'right', 0),
      heading('ใบทะเบียนภาษีมูลค่าเพิ่ม', 20),
      line('กรมสรรพากร (จำลอง)', 'center'),
      fields([
        'เลขประจำตัวผู้เสียภาษีอากร',
        shownThirteen(employer.taxNo || facts.signatory.nationalNo),
      ]),
      fields(['ชื่อผู้ประกอบการ', employer.nameTh]),
      fields(['ชื่อสถานประกอบการ', employer.nameTh], ['สาขาที่', '00000', 0.4]),
      fields(['ตั้งอยู่', writtenAddress(employer.address)]),
      fields(['ให้ไว้ ณ วันที่', longDate(date)], ['จดทะเบียนตั้งแต่วันที่', longDate(employer.registeredOn)]),
      paragraph('ผู้ประกอบการต้องแสดงใบทะเบียนนี้ไว้ ณ ที่เปิดเผยซึ่งเห็นได้ง่ายในสถานประกอบการ'),
      signature([`(${fullName(facts.officer)})`, 'ผู้มีอำนาจออกใบทะเบียน'], aScribble(random)),
    ],
  ]
}

export function committeeList(facts: EmployerFacts, date: string, random: Random): Block[][] {
  const posts = ['ประธานกรรมการ', 'รองประธานกรรมการ', 'เหรัญญิก', 'เลขานุการ', 'กรรมการ']
  return [
    [
      heading('รายชื่อคณะกรรมการ'),
      line(facts.employer.nameTh, 'center'),
      line(`ข้อมูล ณ วันที่ ${longDate(date)}`, 'center'),
      table(
        [
          { title: 'ลำดับ', width: 1, align: 'right' },
          { title: 'ชื่อ ชื่อสกุล', width: 4, align: 'left' },
          { title: 'ตำแหน่ง', width: 3, align: 'left' },
        ],
        facts.committee.map((person, place) => [
          `${place + 1}`,
          fullName(person),
          posts[place] ?? 'กรรมการ',
        ]),
      ),
      signature([`(${fullName(facts.signatory)})`, 'ผู้รับรองรายชื่อ'], aScribble(random)),
    ],
  ]
}
