/** What a signature is put under; a paraphrase of clause 3 of the announcement, for the office to fix. */
export const wording = {
  version: 1,
  text: 'ข้าพเจ้าได้ตรวจสอบและรับรองว่าข้อมูลอิเล็กทรอนิกส์นี้มีความหมายและรูปแบบเหมือนกับเอกสารต้นฉบับ',
} as const
