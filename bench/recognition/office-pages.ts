import { unreachable } from '#kernel'
import {
  familyNames,
  firms,
  fonts,
  givenNames,
  heldOutFonts,
  months,
  notes,
  places,
} from './office-words.ts'

/** What stands on an invented office page, in reading order. Both the picture and the truth come from it. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'pair'; left: string; right: string }
  | { kind: 'fields'; fields: [label: string, value: string][] }
  | { kind: 'table'; widths: number[]; rows: string[][] }
export type OfficePage = {
  name: string
  font: string
  size_pt: number
  blocks: Block[]
  account: string | null
}

/** Numbers from a seed (mulberry32): the same pages on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Writer = ReturnType<typeof writerFrom>

function writerFrom(seed: number) {
  const random = randomFrom(seed)
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const one = (list: readonly string[]) => list[whole(0, list.length - 1)] ?? ''
  const digits = (count: number) => Array.from({ length: count }, () => whole(0, 9)).join('')
  const baht = () => `${whole(1, 98)},${digits(3)}.${digits(2)}`
  const person = () => `${one(['นาย', 'นาง', 'นางสาว'])}${one(givenNames)} ${one(familyNames)}`
  return {
    whole,
    one,
    digits,
    baht,
    person,
    firm: () => one(firms),
    address: () =>
      `เลขที่ ${whole(1, 999)}/${whole(1, 99)} ${one(places)} ${whole(10, 96)}${digits(3)}`,
    date: () => `${whole(1, 28)} ${one(months)} ${whole(2540, 2569)}`,
    account: () => `${whole(10, 99)}-${digits(7)}-${digits(1)}`,
    citizen: () => `${whole(1, 8)} ${digits(4)} ${digits(5)} ${digits(2)} ${digits(1)}`,
    phone: () => `0${whole(2, 9)}-${digits(3)}-${digits(4)}`,
  }
}

export type PageWanted = { count: number; seed: number; heldOut: boolean }

/** Invented pages, one of each kind in turn, fonts and sizes varying; or of kinds and fonts held out. */
export function writePages({ count, seed, heldOut }: PageWanted): OfficePage[] {
  const some = heldOut ? heldOutKinds : kinds
  const faces = heldOut ? heldOutFonts : fonts
  return Array.from({ length: count }, (_, index) => {
    const writer = writerFrom(seed * 1_000 + index)
    const [name, write] = some[index % some.length] ?? some[0]
    const font = faces[(index + Math.floor(index / some.length)) % faces.length] ?? 'Sarabun'
    const blocks = [...write(writer), ...notes.map((text): Block => ({ kind: 'paragraph', text }))]
    return {
      name,
      font,
      size_pt: writer.whole(21, 26) / 2,
      blocks: blocks.slice(0, -writer.whole(1, 2)),
      account: accountIn(blocks),
    }
  })
}

/** The employer's account number on a page, as digits; null where none stands on it. */
function accountIn(blocks: readonly Block[]): string | null {
  const found = /(?<![\d-])\d{2}-\d{7}-\d(?![\d-])/.exec(blocks.flatMap(linesOf).join('\n'))
  return found?.[0] ?? null
}

type Kinds = readonly [Kind, ...Kind[]]
type Kind = [name: string, write: (writer: Writer) => Block[]]

const kinds: Kinds = [
  ['registration', writeRegistration],
  ['contributions', writeContributions],
  ['letter', writeLetter],
  ['certificate', writeCertificate],
  ['power-of-attorney', writePowerOfAttorney],
  ['inspection', writeInspection],
  ['minutes', writeMinutes],
  ['lease', writeLease],
  ['order', writeOrder],
  ['receipt', writeReceipt],
]

const heldOutKinds: Kinds = [
  ['complaint', writeComplaint],
  ['wages', writeWages],
]

/** In Thai digits throughout, as orders are. */
function writeOrder(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'คำสั่งสำนักงานประกันสังคมจังหวัด' },
    { kind: 'heading', text: inThaiDigits(`ที่ ${writer.digits(3)}/${writer.whole(2560, 2569)}`) },
    { kind: 'heading', text: 'เรื่อง แต่งตั้งพนักงานเจ้าหน้าที่ตรวจสอบ' },
    {
      kind: 'paragraph',
      text: inThaiDigits(
        `อาศัยอำนาจตามความในมาตรา ${writer.whole(24, 98)} แห่งพระราชบัญญัติประกันสังคม พ.ศ. ๒๕๓๓ จึงแต่งตั้งให้ ${writer.person()} เป็นหัวหน้าคณะตรวจสอบ ตั้งแต่วันที่ ${writer.date()}`,
      ),
    },
    ...[1, 2, 3].map(
      (number): Block => ({
        kind: 'pair',
        left: inThaiDigits(`${number}. ${writer.person()}`),
        right: 'กรรมการ',
      }),
    ),
    { kind: 'paragraph', text: inThaiDigits(`สั่ง ณ วันที่ ${writer.date()}`) },
  ]
}

function writeReceipt(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'ใบเสร็จรับเงินสมทบ' },
    { kind: 'pair', left: `เลขที่บัญชีนายจ้าง ${writer.account()}`, right: `วันที่ ${writer.date()}` },
    { kind: 'paragraph', text: `ได้รับเงินจาก ${writer.firm()} ${writer.address()}` },
    {
      kind: 'table',
      widths: [7, 4, 4],
      rows: [
        ['รายการ', 'จำนวนเงิน', 'หมายเหตุ'],
        ['เงินสมทบส่วนนายจ้าง', writer.baht(), 'ครบถ้วน'],
        ['เงินสมทบส่วนผู้ประกันตน', writer.baht(), 'ครบถ้วน'],
        ['เงินเพิ่ม', `${writer.digits(2)}.50`, 'ค้างชำระ'],
      ],
    },
    { kind: 'pair', left: `ผู้รับเงิน ${writer.person()}`, right: 'เจ้าหน้าที่การเงิน' },
  ]
}

function writeComplaint(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'แบบคำร้องทุกข์ของลูกจ้าง' },
    { kind: 'pair', left: `รับวันที่ ${writer.date()}`, right: `เลขรับ ${writer.digits(4)}` },
    {
      kind: 'fields',
      fields: [
        ['ผู้ร้อง', writer.person()],
        ['เลขประจำตัวประชาชน', writer.citizen()],
        ['นายจ้าง', writer.firm()],
        ['เลขที่บัญชีนายจ้าง', writer.account()],
        ['สถานที่ทำงาน', writer.address()],
      ],
    },
    {
      kind: 'paragraph',
      text: `ข้าพเจ้าทำงานตั้งแต่วันที่ ${writer.date()} ถูกหักเงินค่าจ้างทุกเดือน แต่ไปใช้สิทธิรักษาพยาบาลไม่ได้ เพราะโรงพยาบาลแจ้งว่าไม่พบชื่อในทะเบียน จึงขอให้ตรวจสอบและแจ้งผลภายในสิบห้าวัน`,
    },
    { kind: 'pair', left: '', right: `ลงชื่อ ${writer.person()} ผู้ร้อง` },
  ]
}

function writeWages(writer: Writer): Block[] {
  const rows = Array.from({ length: 12 }, (_, index) => [
    `${index + 1}`,
    writer.person(),
    `${writer.whole(20, 26)}`,
    writer.baht(),
  ])
  return [
    { kind: 'heading', text: `ทะเบียนค่าจ้างประจำเดือน${writer.one(months)}` },
    { kind: 'pair', left: writer.firm(), right: `บัญชี ${writer.account()}` },
    {
      kind: 'table',
      widths: [1.5, 7, 3, 3.5],
      rows: [['ที่', 'ชื่อลูกจ้าง', 'วันทำงาน', 'ค่าจ้างสุทธิ'], ...rows],
    },
    { kind: 'paragraph', text: `ผู้จัดทำ ${writer.person()} โทรศัพท์ ${writer.phone()}` },
  ]
}

function inThaiDigits(text: string): string {
  return text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
}

function writeRegistration(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'แบบขึ้นทะเบียนนายจ้าง' },
    { kind: 'heading', text: 'สำนักงานประกันสังคม กระทรวงแรงงาน' },
    {
      kind: 'fields',
      fields: [
        ['เลขที่บัญชีนายจ้าง', writer.account()],
        ['ชื่อสถานประกอบการ', writer.firm()],
        ['เลขทะเบียนนิติบุคคล', writer.digits(13)],
        ['ที่ตั้งสำนักงานใหญ่', writer.address()],
        ['โทรศัพท์', writer.phone()],
        ['ประเภทกิจการ', writer.one(['ผลิตชิ้นส่วนยานยนต์', 'ขนส่งสินค้าทางบก', 'ค้าปลีกวัสดุก่อสร้าง'])],
        ['วันที่เริ่มมีลูกจ้าง', writer.date()],
        ['จำนวนลูกจ้าง', `${writer.whole(3, 900)} คน`],
        ['ผู้มีอำนาจลงนาม', writer.person()],
        ['เลขประจำตัวประชาชน', writer.citizen()],
      ],
    },
    {
      kind: 'paragraph',
      text: 'ข้าพเจ้าขอรับรองว่าข้อความข้างต้นเป็นความจริงทุกประการ และได้แนบหลักฐานประกอบการขึ้นทะเบียนไว้ครบถ้วนแล้ว',
    },
    {
      kind: 'fields',
      fields: [
        ['ลงชื่อ', writer.person()],
        ['ตำแหน่ง', 'กรรมการผู้จัดการ'],
        ['วันที่', writer.date()],
      ],
    },
  ]
}

function writeContributions(writer: Writer): Block[] {
  const rows = Array.from({ length: 16 }, (_, index) => [
    String(index + 1),
    writer.citizen(),
    writer.person(),
    writer.baht(),
    `${writer.whole(83, 750)}.00`,
  ])
  return [
    { kind: 'heading', text: 'แบบรายการแสดงการส่งเงินสมทบ' },
    { kind: 'pair', left: `ชื่อสถานประกอบการ ${writer.firm()}`, right: `หน้า ${writer.whole(1, 9)}` },
    {
      kind: 'pair',
      left: `เลขที่บัญชี ${writer.account()}`,
      right: `งวดเดือน ${writer.one(months)} 2569`,
    },
    {
      kind: 'table',
      widths: [1.3, 4.2, 5.2, 2.8, 2.5],
      rows: [['ลำดับ', 'เลขประจำตัวประชาชน', 'ชื่อ - สกุล ผู้ประกันตน', 'ค่าจ้าง', 'เงินสมทบ'], ...rows],
    },
    { kind: 'paragraph', text: `รวมเงินสมทบที่นำส่งทั้งสิ้น ${writer.baht()} บาท ภายในกำหนดเวลาตามกฎหมาย` },
  ]
}

function writeLetter(writer: Writer): Block[] {
  return [
    {
      kind: 'pair',
      left: inThaiDigits(`ที่ รง ${writer.digits(4)}/ว ${writer.digits(3)}`),
      right: 'สำนักงานประกันสังคมจังหวัด',
    },
    { kind: 'pair', left: '', right: inThaiDigits(writer.date()) },
    { kind: 'paragraph', text: 'เรื่อง ขอให้นำส่งเงินสมทบค้างชำระและเงินเพิ่มตามกฎหมาย' },
    { kind: 'paragraph', text: `เรียน กรรมการผู้จัดการ ${writer.firm()}` },
    {
      kind: 'paragraph',
      text: `ตามที่สถานประกอบการของท่านได้ขึ้นทะเบียนเป็นนายจ้างตามพระราชบัญญัติประกันสังคม และมีหน้าที่นำส่งเงินสมทบภายในวันที่สิบห้าของเดือนถัดไป นั้น สำนักงานได้ตรวจสอบแล้วพบว่าท่านยังมิได้นำส่งเงินสมทบงวดเดือน${writer.one(months)}ให้ครบถ้วน ทั้งนี้ได้แจ้งให้ท่านทราบด้วยวาจาแล้วครั้งหนึ่ง`,
    },
    {
      kind: 'paragraph',
      text: 'จึงเรียนมาเพื่อโปรดดำเนินการให้แล้วเสร็จภายในสามสิบวันนับแต่วันที่ได้รับหนังสือฉบับนี้ หากพ้นกำหนดดังกล่าวสำนักงานมีความจำเป็นต้องดำเนินการตามขั้นตอนของกฎหมาย ซึ่งรวมถึงการยึดอายัดทรัพย์สินของนายจ้างเพื่อขายทอดตลาดต่อไป',
    },
    {
      kind: 'paragraph',
      text: 'อนึ่ง หากท่านได้ชำระเงินดังกล่าวเรียบร้อยแล้ว โปรดส่งสำเนาใบเสร็จรับเงินให้เจ้าหน้าที่ทราบด้วย จักขอบคุณยิ่ง',
    },
    { kind: 'pair', left: '', right: 'ขอแสดงความนับถือ' },
    { kind: 'pair', left: '', right: `(${writer.person()})` },
    { kind: 'pair', left: 'กลุ่มงานเงินสมทบและการบังคับคดี', right: 'ผู้อำนวยการ' },
    { kind: 'paragraph', text: `โทร. ${writer.phone()} ต่อ 115` },
  ]
}

function writeCertificate(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'หนังสือรับรอง' },
    {
      kind: 'paragraph',
      text: `ขอรับรองว่าบริษัทนี้ได้จดทะเบียนเป็นนิติบุคคล ตามประมวลกฎหมายแพ่งและพาณิชย์ เมื่อวันที่ ${writer.date()} ทะเบียนนิติบุคคลเลขที่ ${writer.digits(13)} ปรากฏข้อความในรายการตามเอกสารทะเบียนนิติบุคคล ณ วันออกหนังสือนี้ ดังนี้`,
    },
    { kind: 'paragraph', text: `1. ชื่อบริษัท ${writer.firm()}` },
    {
      kind: 'paragraph',
      text: `2. กรรมการของบริษัทมี 2 คน ตามรายชื่อดังต่อไปนี้ (1) ${writer.person()} (2) ${writer.person()}`,
    },
    {
      kind: 'paragraph',
      text: '3. จำนวนหรือชื่อกรรมการซึ่งลงชื่อผูกพันบริษัทได้คือ กรรมการหนึ่งคนลงลายมือชื่อและประทับตราสำคัญของบริษัท',
    },
    {
      kind: 'paragraph',
      text: `4. ทุนจดทะเบียน กำหนดไว้เป็นจำนวนเงิน ${writer.whole(1, 9)},000,000.00 บาท`,
    },
    { kind: 'paragraph', text: `5. สำนักงานแห่งใหญ่ ตั้งอยู่${writer.address()}` },
    {
      kind: 'paragraph',
      text: '6. วัตถุประสงค์ของบริษัทมี 24 ข้อ ดังปรากฏในสำเนาเอกสารแนบท้ายหนังสือรับรองนี้ จำนวน 3 แผ่น',
    },
    { kind: 'pair', left: `ออกให้ ณ วันที่ ${writer.date()}`, right: 'นายทะเบียน' },
    { kind: 'paragraph', text: 'คำเตือน ผู้ใช้ควรตรวจสอบข้อควรทราบท้ายหนังสือรับรองฉบับนี้ทุกครั้ง' },
  ]
}

function writePowerOfAttorney(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'หนังสือมอบอำนาจ' },
    { kind: 'pair', left: '', right: `เขียนที่ ${writer.firm()}` },
    { kind: 'pair', left: '', right: `วันที่ ${writer.date()}` },
    {
      kind: 'paragraph',
      text: `โดยหนังสือฉบับนี้ ข้าพเจ้า ${writer.person()} เลขประจำตัวประชาชน ${writer.citizen()} อยู่บ้าน${writer.address()}`,
    },
    {
      kind: 'paragraph',
      text: `ขอมอบอำนาจให้ ${writer.person()} เป็นผู้มีอำนาจยื่นแบบรายการ แก้ไขเปลี่ยนแปลงข้อเท็จจริง ให้ถ้อยคำ ส่งมอบและรับคืนเอกสารต่อเจ้าหน้าที่แทนข้าพเจ้าจนเสร็จการ`,
    },
    {
      kind: 'paragraph',
      text: 'การใดที่ผู้รับมอบอำนาจได้กระทำไปภายในขอบเขตแห่งหนังสือนี้ ข้าพเจ้าขอรับผิดชอบเสมือนหนึ่งได้กระทำด้วยตนเอง เพื่อเป็นหลักฐานจึงได้ลงลายมือชื่อไว้เป็นสำคัญต่อหน้าพยาน',
    },
    {
      kind: 'fields',
      fields: [
        ['ลงชื่อผู้มอบอำนาจ', writer.person()],
        ['ลงชื่อผู้รับมอบอำนาจ', writer.person()],
        ['พยาน', writer.person()],
        ['พยาน', writer.person()],
      ],
    },
  ]
}

function writeInspection(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'บันทึกการตรวจสถานประกอบการ' },
    { kind: 'pair', left: `เลขที่บัญชีนายจ้าง ${writer.account()}`, right: `วันที่ ${writer.date()}` },
    {
      kind: 'paragraph',
      text: `ชื่อกิจการ ${writer.firm()} (Northern Supply Co., Ltd.) อีเมล hr${writer.digits(2)}@example.co.th`,
    },
    {
      kind: 'paragraph',
      text: `พนักงานเจ้าหน้าที่ ${writer.person()} และ ${writer.person()} ได้เข้าตรวจสถานประกอบการ ณ ${writer.address()}`,
    },
    {
      kind: 'table',
      widths: [6, 5, 4],
      rows: [
        ['รายการตรวจ', 'ผลการตรวจ', 'หมายเหตุ'],
        ['ทะเบียนลูกจ้าง', 'ครบถ้วน', 'ตรวจแล้ว'],
        ['สมุดเงินเดือนและค่าจ้าง', 'ไม่ครบ 3 งวด', 'ให้ส่งเพิ่ม'],
        ['ใบเสร็จรับเงินสมทบ', 'ครบถ้วน', 'ตรวจแล้ว'],
        ['ลูกจ้างต่างด้าว', `${writer.whole(2, 40)} คน`, 'ขึ้นทะเบียนแล้ว'],
      ],
    },
    {
      kind: 'paragraph',
      text: 'ข้อเท็จจริงที่พบ นายจ้างจ่ายค่าจ้างผ่านธนาคารทุกสิ้นเดือน มีลูกจ้างรายวันบางส่วนซึ่งยังไม่ได้แจ้งเข้าเป็นผู้ประกันตน ผู้แทนนายจ้างชี้แจงว่าอยู่ระหว่างรวบรวมหลักฐาน และจะยื่นแบบให้แล้วเสร็จโดยเร็ว',
    },
    {
      kind: 'paragraph',
      text: 'ความเห็น เห็นควรให้นายจ้างส่งเอกสารเพิ่มเติมภายในเจ็ดวัน และติดตามผลอีกครั้งหนึ่ง',
    },
    {
      kind: 'fields',
      fields: [
        ['ผู้ตรวจ', writer.person()],
        ['ผู้แทนนายจ้าง', writer.person()],
      ],
    },
  ]
}

function writeMinutes(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: `รายงานการประชุมคณะกรรมการ ครั้งที่ ${writer.whole(1, 12)}/2569` },
    { kind: 'heading', text: writer.firm() },
    {
      kind: 'paragraph',
      text: `ประชุมเมื่อวันที่ ${writer.date()} เวลา ${writer.whole(9, 14)}.30 น. ณ ห้องประชุมใหญ่ ชั้น 2`,
    },
    { kind: 'paragraph', text: 'ผู้มาประชุม' },
    ...[1, 2, 3, 4].map(
      (number): Block => ({
        kind: 'pair',
        left: `${number}. ${writer.person()}`,
        right: number === 1 ? 'ประธาน' : 'กรรมการ',
      }),
    ),
    { kind: 'paragraph', text: 'ระเบียบวาระที่ 1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ' },
    {
      kind: 'paragraph',
      text: `ประธานแจ้งว่าบริษัทได้ย้ายสำนักงานไปยัง${writer.address()} จึงต้องแจ้งเปลี่ยนแปลงข้อเท็จจริงของนายจ้างภายในวันที่สิบห้าของเดือนถัดจากเดือนที่มีการเปลี่ยนแปลง`,
    },
    { kind: 'paragraph', text: 'ระเบียบวาระที่ 2 เรื่องเพื่อพิจารณา' },
    {
      kind: 'paragraph',
      text: `ที่ประชุมพิจารณาแล้วมีมติเป็นเอกฉันท์แต่งตั้ง ${writer.person()} เป็นกรรมการผู้มีอำนาจลงนามแทนบริษัท และให้ฝ่ายบุคคลจัดทำทะเบียนลูกจ้างให้ถูกต้องเป็นปัจจุบัน`,
    },
    { kind: 'paragraph', text: `ปิดประชุมเวลา ${writer.whole(15, 17)}.45 น.` },
    { kind: 'pair', left: '', right: `${writer.person()} ผู้จดรายงานการประชุม` },
  ]
}

function writeLease(writer: Writer): Block[] {
  return [
    { kind: 'heading', text: 'สัญญาเช่าอาคาร' },
    { kind: 'pair', left: '', right: `ทำเมื่อวันที่ ${writer.date()}` },
    {
      kind: 'paragraph',
      text: `สัญญานี้ทำขึ้นระหว่าง ${writer.person()} ซึ่งต่อไปนี้เรียกว่า "ผู้ให้เช่า" ฝ่ายหนึ่ง กับ ${writer.firm()} ซึ่งต่อไปนี้เรียกว่า "ผู้เช่า" อีกฝ่ายหนึ่ง คู่สัญญาได้ตกลงกันดังมีข้อความต่อไปนี้`,
    },
    {
      kind: 'paragraph',
      text: `ข้อ 1. ผู้ให้เช่าตกลงให้เช่าอาคารพาณิชย์สามชั้น ${writer.address()} มีกำหนดเวลา ${writer.whole(1, 3)} ปี`,
    },
    {
      kind: 'paragraph',
      text: `ข้อ 2. ผู้เช่าตกลงชำระค่าเช่าเดือนละ ${writer.baht()} บาท ภายในวันที่ 5 ของทุกเดือน โดยโอนเข้าบัญชีเลขที่ ${writer.digits(3)}-${writer.digits(1)}-${writer.digits(5)}-${writer.digits(1)}`,
    },
    {
      kind: 'paragraph',
      text: 'ข้อ 3. ผู้เช่าต้องดูแลรักษาทรัพย์สินที่เช่าเสมอด้วยวิญญูชนจะพึงสงวนทรัพย์สินของตนเอง และไม่ดัดแปลงต่อเติมอาคารเว้นแต่ได้รับอนุญาตเป็นหนังสือ',
    },
    {
      kind: 'paragraph',
      text: 'ข้อ 4. เมื่อสัญญาเช่าสิ้นสุดลงไม่ว่าด้วยเหตุใด ผู้เช่าต้องส่งมอบทรัพย์สินคืนในสภาพเรียบร้อยภายในเจ็ดวัน มิฉะนั้นยอมให้ปรับเป็นรายวัน',
    },
    {
      kind: 'fields',
      fields: [
        ['ผู้ให้เช่า', writer.person()],
        ['ผู้เช่า', writer.person()],
        ['พยาน', writer.person()],
      ],
    },
  ]
}

/** The words of a page in reading order, tables row by row. */
export function truthOf({ blocks }: OfficePage): string {
  return blocks.flatMap(linesOf).join('\n')
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'pair':
      return [`${block.left} ${block.right}`]
    case 'fields':
      return block.fields.map(([label, value]) => `${label} ${value}`)
    case 'table':
      return block.rows.map((row) => row.join(' '))
    default:
      return unreachable(block)
  }
}
