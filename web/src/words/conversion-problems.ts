/** The refusals of the conversion line, in Thai and in English. */
export const conversionProblems: Readonly<Record<string, readonly [string, string]>> = {
  'conversion.batch_unknown': [
    'ไม่พบชุดสแกนนี้ในสายงาน หรือคุณไม่มีสิทธิ์ดู',
    'No such batch on the line, or not yours to see.',
  ],
  'conversion.page_unknown': [
    'ไม่พบหน้านี้ในสายงาน หรือคุณไม่มีสิทธิ์ดู',
    'No such page on the line, or not yours to see.',
  ],
  'conversion.document_unknown': [
    'เอกสารนี้ไม่อยู่ในรายการที่ต้องตรวจของชุด',
    'This document is not among those to look at.',
  ],
  'conversion.paper_file_unknown': [
    'ไม่พบแฟ้มกระดาษนี้ในบัญชีของหน่วยงาน',
    'There is no such paper file in the list of this office.',
  ],
  'conversion.account_unknown': [
    'ไม่พบเลขที่บัญชี {{accountNo}} ในทะเบียน',
    'The register has no account {{accountNo}}.',
  ],
  'conversion.profile_unknown': ['ไม่มีค่าการสแกนนี้', 'There is no such scan profile.'],
  'conversion.not_at_scanner': [
    'ชุดนี้ไม่ได้อยู่ที่สถานีสแกนแล้ว',
    'The batch is not at the scanning station any more.',
  ],
  'conversion.not_in_check': [
    'ชุดนี้ไม่ได้รอตรวจคุณภาพ',
    'The batch does not wait for the quality check.',
  ],
  'conversion.not_to_certify': ['ชุดนี้ไม่ได้รอรับรอง', 'The batch does not wait for certification.'],
  'conversion.moved_meanwhile': [
    'มีผู้แก้ไขชุดนี้ไปแล้ว โหลดใหม่แล้วทำอีกครั้ง',
    'Somebody changed the batch meanwhile. Reload and do it again.',
  ],
  'conversion.edit_impossible': [
    'แก้ไขแบบนี้กับหน้าที่เลือกไม่ได้',
    'The change does not fit the pages as they stand.',
  ],
  'conversion.nothing_to_undo': ['ไม่มีรายการให้เลิกทำ', 'There is nothing to take back.'],
  'conversion.too_many_pages': [
    'ชุดหนึ่งรับได้ไม่เกิน {{most}} หน้า แบ่งเป็นอีกชุดหนึ่ง',
    'A batch takes at most {{most}} pages. Open another one.',
  ],
  'conversion.not_ready': [
    'ยังส่งตรวจไม่ได้ มีรายการที่ต้องแก้ก่อน',
    'The batch cannot be sent yet: something is left to do.',
  ],
  'conversion.own_scans': [
    'ตรวจไม่ได้ เพราะคุณเป็นผู้สแกนชุดนี้',
    'You scanned this batch, so another person checks it.',
  ],
  'conversion.office_unknown': [
    'ไม่พบหน่วยงานนี้ หรือคุณไม่มีสิทธิ์ตั้งค่า',
    'There is no such office, or it is not yours to set up.',
  ],
  'conversion.aql_unknown': [
    'ตารางมาตรฐาน ISO 2859-1 ไม่มีค่า AQL {{aql}}',
    'The tables of ISO 2859-1 have no column for AQL {{aql}}.',
  ],
  'conversion.type_unknown': [
    'ไม่รู้จักประเภทเอกสาร {{type}}',
    'The catalogue has no document type {{type}}.',
  ],
  'conversion.sampling_moved_on': [
    'มีผู้อื่นเปลี่ยนแผนสุ่มของหน่วยงานนี้ไปก่อนแล้ว โปรดเปิดค่าล่าสุดแล้วเลือกใหม่',
    'Somebody else changed the sampling of this office meanwhile. Open what holds now and choose again.',
  ],
  'conversion.check_taken': ['มีผู้อื่นกำลังตรวจชุดนี้อยู่', 'Somebody else is checking this batch.'],
  'conversion.reason_missing': [
    'ระบุเหตุผลที่ตีกลับ หากเลือกอื่น ๆ ให้เขียนอธิบาย',
    'Say why it is sent back; "other" needs words.',
  ],
  'conversion.check_unfinished': [
    'ยังมี {{missing}} ฉบับที่ไม่ได้ตรวจ',
    'Still without a verdict: {{missing}} documents.',
  ],
}
