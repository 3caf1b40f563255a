/** A document type of the office's catalogue that the sample office can make. Codes are the catalogue's. */
export type DocumentKind<Code extends string = string> = {
  code: Code
  formNo: string
  title: string
  section: string
}

function kind<const Code extends string>(
  code: Code,
  title: string,
  section = 'registration',
  formNo = '',
): DocumentKind<Code> {
  return { code, formNo, title, section }
}

const list = [
  kind('sps-1-01', 'แบบขึ้นทะเบียนนายจ้าง', 'registration', 'สปส.1-01'),
  kind('account-number-notice', 'หนังสือแจ้งเลขที่บัญชีนายจ้าง'),
  kind('juristic-certificate', 'หนังสือรับรองการจดทะเบียนนิติบุคคลพร้อมวัตถุประสงค์'),
  kind('commercial-registration', 'ใบทะเบียนพาณิชย์'),
  kind('other-law-licence', 'ใบอนุญาตหรือหลักฐานการจัดตั้งตามกฎหมายอื่น'),
  kind('pp-20', 'ใบทะเบียนภาษีมูลค่าเพิ่ม', 'registration', 'ภ.พ.20'),
  kind('foundation-licence', 'ใบสำคัญแสดงการจดทะเบียนมูลนิธิ', 'registration', 'ม.น.'),
  kind('association-licence', 'ใบสำคัญแสดงการจดทะเบียนสมาคม', 'registration', 'ส.ค.'),
  kind('committee-list', 'รายชื่อคณะกรรมการ'),
  kind('cooperative-registration', 'ใบสำคัญรับจดทะเบียนสหกรณ์'),
  kind('condominium-registration', 'หนังสือสำคัญการจดทะเบียนนิติบุคคลอาคารชุด'),
  kind('school-licence', 'ใบอนุญาตจัดตั้งโรงเรียน'),
  kind('workplace-map', 'แผนที่ตั้งสถานประกอบการ'),
  kind('power-of-attorney', 'หนังสือมอบอำนาจ'),
  kind('lease', 'สัญญาเช่า'),
  kind('id-card', 'สำเนาบัตรประจำตัวประชาชน'),
  kind('sps-6-15', 'แบบแจ้งเปลี่ยนแปลงข้อเท็จจริงของนายจ้าง', 'changes', 'สปส.6-15'),
  kind('insured-register', 'ทะเบียนผู้ประกันตน', 'insured-persons'),
  kind('letter-in', 'หนังสือรับ', 'correspondence'),
  kind('letter-out', 'หนังสือส่ง', 'correspondence'),
] as const
const byCode = new Map<string, (typeof list)[number]>(list.map((entry) => [entry.code, entry]))

export const documentKinds: readonly DocumentKind[] = list

/** The kind of a catalogue code; a code that the sample office cannot make is our own mistake. */
export function documentKind(code: string): (typeof list)[number] {
  const found = byCode.get(code)
  if (!found) throw new RangeError(`The sample office makes no document of type ${code}`)
  return found
}
