const documentUnknown = [
  'ไม่พบเอกสารนี้ หรือคุณไม่มีสิทธิ์เปิด',
  'There is no such document, or it is not yours to open.',
] as const

/** The refusals of copies, notes and redactions, in Thai and in English. */
export const copiesProblems: Readonly<Record<string, readonly [string, string]>> = {
  'copies.document_unknown': documentUnknown,
  'copies.several_files': [
    'สำเนาหนึ่งชุดมีได้เฉพาะเอกสารของแฟ้มเดียว ทำแยกทีละแฟ้ม',
    'A copy holds documents of one employer file; take one for each file.',
  ],
  'copies.pages_unknown': [
    'เอกสารนี้มี {{pages}} หน้า โปรดระบุช่วงหน้าใหม่',
    'The document has {{pages}} pages; name the range again.',
  ],
  'copies.too_many_pages': [
    'สำเนานี้มี {{count}} หน้า ทำได้ครั้งละไม่เกิน {{most}} หน้า แบ่งเป็นหลายชุด',
    'The copy has {{count}} pages, at most {{most}} go into one; divide it.',
  ],
  'copies.purpose_unknown': ['โปรดเลือกวัตถุประสงค์จากรายการ', 'Choose a purpose of the list.'],
  'copies.activity_lacking': [
    'วัตถุประสงค์นี้ต้องระบุงานที่ปฏิบัติ',
    'This purpose names the activity it serves.',
  ],
  'copies.reference_lacking': [
    'วัตถุประสงค์นี้ต้องระบุเลขที่หนังสือ เลขคดี หรือเลขคำขอ',
    'This purpose names the number of a letter, case or request.',
  ],
  'copies.tier_too_high': [
    'เพื่อข้อมูลข่าวสารของราชการ ให้ได้เฉพาะเอกสารที่เปิดเผยได้ เว้นแต่ผู้อำนวยการเป็นผู้อนุญาต',
    'For official information only public papers leave, unless the head decides.',
  ],
  'copies.copy_unknown': [
    'ไม่พบสำเนานี้ หรือไม่ได้ออกให้คุณ',
    'There is no such copy, or it was not issued to you.',
  ],
  'copies.copy_closed': [
    'หมดเวลารับสำเนานี้แล้ว โปรดขอใหม่',
    'The time to fetch this copy is over; take a new one.',
  ],
  'page-notes.document_unknown': documentUnknown,
  'page-notes.page_unknown': ['เอกสารนี้ไม่มีหน้าดังกล่าว', 'The document has no such page.'],
  'page-notes.note_unknown': [
    'ไม่พบบันทึกนี้ อาจถูกนำออกไปแล้ว',
    'There is no such note; it may have been taken off.',
  ],
  'page-notes.not_the_author': [
    'แก้หรือนำบันทึกออกได้เฉพาะผู้เขียน',
    'Only its author changes a note or takes it off.',
  ],
  'redactions.document_unknown': documentUnknown,
  'redactions.page_unknown': ['เอกสารนี้ไม่มีหน้าดังกล่าว', 'The document has no such page.'],
  'redactions.covered_meanwhile': [
    'มีผู้ปกปิดหรือยกเลิกการปกปิดหน้านี้ระหว่างที่ตั้งกรอบ ยกเลิกแล้วตั้งกรอบใหม่จากที่เห็นล่าสุด',
    'Somebody covered this page, or took a cover back, meanwhile. Cancel, and set the boxes again over what stands.',
  ],
  'redactions.reason_lacking': ['เหตุผลอื่นต้องเขียนอธิบาย', 'Another reason needs words: say why.'],
  'redactions.redaction_unknown': ['ไม่พบการปกปิดนี้ในเอกสาร', 'The document has no such redaction.'],
  'redactions.withdrawn_already': [
    'การปกปิดนี้ถูกยกเลิกไปแล้ว โหลดใหม่เพื่อดูล่าสุด',
    'The redaction was taken back before; reload to see the latest.',
  ],
}
