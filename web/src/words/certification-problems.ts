/** The refusals of certification, in Thai and in English. */
export const certificationProblems: Readonly<Record<string, readonly [string, string]>> = {
  'certification.converter_may_not': [
    'ผู้แปลงเอกสารของชุดนี้รับรองเองไม่ได้ ให้ผู้อื่นรับรอง',
    'Who converted this batch does not certify it; somebody else must.',
  ],
  'certification.not_a_converter': [
    'ลงชื่อเป็นผู้แปลงได้เฉพาะผู้ที่สแกนหรือจัดชุดนี้',
    'Only who scanned or arranged this batch signs for the conversion.',
  ],
  'certification.checker_may_not': [
    'ผู้ตรวจภาพของชุดนี้ตรวจกระบวนการเองไม่ได้',
    'Who checked the pages does not vouch for the process.',
  ],
  'certification.looked_too_little': [
    'ต้องเปิดดูอย่างน้อย {{wanted}} ฉบับก่อนลงชื่อ เปิดแล้ว {{looked}} ฉบับ',
    'Open at least {{wanted}} documents before signing; {{looked}} so far.',
  ],
  'certification.signed_already': ['{{name}} ลงชื่อในหน้าที่นี้แล้ว', 'Signed already, by {{name}}.'],
  'certification.rules_unmet': [
    'ชุดนี้ยังไม่ผ่านเกณฑ์ตามประกาศ: {{rules}}',
    'The batch does not meet the announcement: {{rules}}.',
  ],
  'certification.documents_differ': [
    'เอกสารในชุดเปลี่ยนไปจากที่เห็น โหลดใหม่แล้วดูอีกครั้ง',
    'The documents are no longer those you saw. Reload and look again.',
  ],
  'certification.signed_complete': [
    'ลงชื่อครบทั้งสี่หน้าที่แล้ว กำลังรับรอง แก้ไขไม่ได้',
    'All four have signed; the batch is being certified.',
  ],
  'certification.not_of_batch': ['เอกสารนี้ไม่อยู่ในชุด', 'This document is not in the batch.'],
  'certification.reason_unknown': ['ไม่มีเหตุผลตีกลับนี้', 'There is no such reason.'],
  'certification.not_certified': [
    'ไม่พบชุดที่รับรองแล้วนี้ หรือคุณไม่มีสิทธิ์ดู',
    'No such certified batch, or not yours to see.',
  ],
  'app.evidence_unreadable': ['อ่านแฟ้มหลักฐานนี้ไม่ได้', 'The evidence file cannot be read.'],
}
