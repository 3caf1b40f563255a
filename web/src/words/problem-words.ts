import type { Problem } from '../api/problem.ts'
import { certificationProblems } from './certification-problems.ts'
import { conversionProblems } from './conversion-problems.ts'
import { copiesProblems } from './copies-problems.ts'
import { operationsProblems } from './operations-problems.ts'
import { paperFilesProblems } from './paper-files-words.ts'
import { progressProblems } from './progress-words.ts'
import { serverProblemWords } from './server-problem-words.ts'
import type { Language } from './words.ts'

type Pair = readonly [th: string, en: string]

// One sentence for each refusal: what, why and what now. {{names}} are the facts of the refusal.
export const problemWords: Readonly<Record<string, Pair>> = {
  ...serverProblemWords,
  'web.unreachable': [
    'ติดต่อเครื่องแม่ข่ายไม่ได้ชั่วคราว สิ่งที่พิมพ์ยังอยู่ ลองอีกครั้งได้',
    'The server cannot be reached for the moment. What you typed is still here; try again.',
  ],
  'app.input_wrong': [
    'ข้อมูลที่ส่งยังไม่ครบหรือไม่ถูกแบบ โปรดตรวจช่องที่กรอก',
    'What was sent is not complete or not well formed. Please check the fields.',
  ],
  'app.not_found': ['ไม่พบสิ่งที่ขอ', 'There is nothing at this address.'],
  'app.sign_in_first': [
    'หมดเวลาเข้าใช้งาน กรุณาเข้าใช้งานอีกครั้ง งานที่ค้างอยู่ครบ',
    'Your session has ended. Please sign in again; your work is kept.',
  ],
  'app.page_unknown': ['ไม่พบหน้านี้ หรือคุณไม่มีสิทธิ์ดู', 'No such page, or you may not see it.'],
  'app.web_not_built': ['ยังไม่ได้ติดตั้งหน้าเว็บ แจ้งผู้ดูแลระบบ', 'The web application is not built.'],
  'app.serving_now': ['ระบบกำลังทำงานอยู่ ต้องหยุดก่อน', 'A server is running; stop it first.'],
  'app.data_folder_taken': ['มีระบบอื่นใช้ที่เก็บนี้อยู่', 'Another server uses this data folder.'],
  'app.foreign_origin': [
    'คำขอมาจากเว็บอื่น จึงไม่รับ เปิดหน้านี้ใหม่แล้วลองอีกครั้ง',
    'The request came from another site. Open this page again and retry.',
  ],
  'record.id_taken': [
    'รายการนี้ส่งมาแล้วด้วยเนื้อหาอื่น เปิดหน้าใหม่แล้วลองอีกครั้ง',
    'This was already sent with other content. Reload and try again.',
  ],
  'record.stale': [
    'มีผู้อื่นแก้ไขไปแล้วระหว่างนี้ โหลดใหม่เพื่อดูข้อมูลล่าสุด',
    'Somebody changed this meanwhile. Reload to see the latest.',
  ],
  'record.moved_meanwhile': [
    'ทะเบียนเปลี่ยนไประหว่างทำรายการ ลองอีกครั้ง',
    'The register changed meanwhile. Try again.',
  ],
  'record.too_many_streams': [
    'ทำพร้อมกันมากเกินไป แบ่งเป็นชุดเล็กลง',
    'Too much at once. Divide it into smaller parts.',
  ],
  'record.store_claimed': ['ที่เก็บถูกระบบอื่นใช้อยู่ แจ้งผู้ดูแลระบบ', 'The store is used elsewhere.'],
  'record.rebuild_unfinished': [
    'ระบบกำลังสร้างข้อมูลใหม่ไม่เสร็จ แจ้งผู้ดูแลระบบ',
    'A rebuild is unfinished. Tell the administrator.',
  ],
  'record.store_damaged': [
    'พบบันทึกที่ไม่ถูกต้องในที่เก็บ แจ้งผู้ดูแลระบบทันที',
    'The store holds a damaged record. Tell the administrator at once.',
  ],
  'text-recognition.page_too_large': [
    'หน้านี้ใหญ่เกินกว่าที่เครื่องจะอ่านได้',
    'The page is too large to be read.',
  ],
  'platform.sandbox_deadline': ['อ่านไฟล์ไม่ทันเวลาที่กำหนด', 'The file could not be read in time.'],
  'platform.sandbox_memory': [
    'ไฟล์ใช้หน่วยความจำเกินที่กำหนด',
    'The file needs more memory than is allowed.',
  ],
  'platform.sandbox_busy': ['ระบบอ่านไฟล์กำลังเต็ม รอสักครู่', 'The readers are busy. Wait a moment.'],
  'platform.image_type_unknown': [
    'ไม่ใช่ไฟล์ TIFF JPEG PNG หรือ PDF',
    'The file is not a TIFF, JPEG, PNG or PDF.',
  ],
  'platform.image_undecodable': [
    'ไฟล์เสียหาย อ่านไม่ได้จนจบ สแกนใหม่อีกครั้ง',
    'The file is damaged. Scan it again.',
  ],
  'platform.image_encrypted': ['PDF ถูกเข้ารหัสไว้', 'The PDF is encrypted.'],
  'platform.image_active_content': [
    'PDF มีคำสั่งหรือไฟล์อื่นฝังอยู่ จึงไม่รับ',
    'The PDF holds active content or other files.',
  ],
  'platform.image_too_large': ['ไฟล์ใหญ่เกินที่รับได้', 'The file is larger than is accepted.'],
  'platform.image_too_many_pages': ['ไฟล์มีจำนวนหน้าเกินที่รับได้', 'The file has too many pages.'],
  'platform.image_too_many_pixels': ['ภาพมีขนาดเกินที่รับได้', 'The image has too many pixels.'],
  'platform.image_bomb': ['ไฟล์ขยายตัวผิดปกติ จึงกักไว้', 'The file grows beyond measure.'],
  'platform.image_page_unknown': ['ไฟล์ไม่มีหน้านี้', 'The file has no such page.'],
  'identity.not_allowed': [
    'หน้าที่ของคุณไม่รวมงานนี้ ขอสิทธิ์ได้จากผู้ดูแลระบบ',
    'Your role does not include this. Ask the administrator.',
  ],
  'identity.wrong_credentials': [
    'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง ลองอีกครั้ง',
    'The username or the password is wrong. Try again.',
  ],
  'identity.too_many_tries': [
    'ลองหลายครั้งเกินไป รอสักครู่แล้วลองใหม่',
    'Too many tries. Wait a while, then try again.',
  ],
  'identity.wrong_code': ['รหัสครั้งเดียวไม่ถูกต้องหรือใช้ไปแล้ว', 'The one-time code is wrong or was used.'],
  'identity.not_sample_office': [
    'ใช้ได้เฉพาะสำนักงานตัวอย่าง',
    'Only the sample office has sample people.',
  ],
  'identity.person_unknown': ['ไม่พบบุคคลนี้', 'No such person is enrolled.'],
  'identity.username_taken': ['ชื่อผู้ใช้นี้มีผู้ใช้แล้ว เลือกชื่ออื่น', 'This username is taken. Choose another.'],
  'identity.office_unknown': ['ไม่พบสำนักงานนี้ ตรวจรหัส 4 หลัก', 'No such office. Check the code.'],
  'identity.outside_own_offices': [
    'สำนักงานนี้อยู่นอกความรับผิดชอบของคุณ',
    'This office lies outside your offices.',
  ],
  'identity.already_granted': [
    'บุคคลนี้มีหน้าที่นี้ในสำนักงานนี้แล้ว',
    'The person has this role in this office already.',
  ],
  'identity.not_granted': [
    'บุคคลนี้ไม่มีหน้าที่นี้ในสำนักงานนี้',
    'The person does not have this role in this office.',
  ],
  'employers.encoding_unknown': [
    'ไฟล์ไม่ใช่ข้อความ UTF-8 หรือ Windows-874',
    'The file is neither UTF-8 nor Windows-874 text.',
  ],
  'employers.columns_missing': [
    'ไฟล์ขาดคอลัมน์ที่ทะเบียนต้องมี',
    'The file lacks columns that a register must have.',
  ],
  'employers.file_unreadable': ['เปิดไฟล์ไม่ได้', 'The file cannot be opened.'],
  'employers.import_cancelled': [
    'หยุดนำเข้าแล้ว ยังไม่ได้บันทึกสิ่งใด',
    'The import was stopped; nothing was recorded.',
  ],
  'employers.import_running': ['กำลังนำเข้าไฟล์เดียวกันอยู่', 'This file is being imported already.'],
  'employers.import_needs_all_offices': [
    'ผู้นำเข้าทะเบียนต้องรับผิดชอบทุกสำนักงาน',
    'A register is imported by somebody responsible for every office.',
  ],
  'search.bad_cursor': [
    'ดูผลต่อจากเดิมไม่ได้ ค้นใหม่อีกครั้ง',
    'The list cannot go on from here. Search again.',
  ],
  'search.page_unknown': [
    'ไม่พบหน้านี้ หรือหน้านี้ยังไม่ได้อ่านข้อความ',
    'There is no such page, or its text has not been read yet.',
  ],
  'search.too_many_saved': [
    'บันทึกคำค้นได้ไม่เกิน {{most}} รายการ โปรดลบรายการที่ไม่ใช้',
    'At most {{most}} searches can be saved. Delete those you no longer need.',
  ],
  'text-recognition.page_unknown': ['ไม่พบหน้านี้', 'There is no such page.'],
  'text-recognition.document_unknown': ['ไม่พบเอกสารนี้', 'There is no such document.'],
  'text-recognition.pages_unknown': [
    'เอกสารนี้ไม่มีหน้าที่ระบุ',
    'The document does not have these pages.',
  ],
  'text-recognition.engine_failed': [
    'เครื่องอ่านหน้านี้ไม่สำเร็จ ดูจากภาพแทน',
    'The machine could not read this page. Use the image.',
  ],
  'employer-files.employer_unknown': [
    'ไม่พบนายจ้าง หรือคุณไม่มีสิทธิ์ดู',
    'No such employer, or not yours to see.',
  ],
  'employer-files.slot_unknown': [
    'รายการนี้ไม่อยู่ในเอกสารที่ควรมีของนายจ้าง',
    'This employer has no such item in the checklist.',
  ],
  'documents.file_unknown': ['ไม่พบแฟ้ม หรือคุณไม่มีสิทธิ์เปิด', 'No such file, or not yours to open.'],
  'documents.document_unknown': [
    'ไม่พบเอกสาร หรือคุณไม่มีสิทธิ์เปิด',
    'No such document, or not yours to open.',
  ],
  'documents.employer_unknown': [
    'ไม่พบนายจ้างเลขที่บัญชีนี้ หรืออยู่นอกสำนักงานของคุณ',
    'No such employer, or not yours to file for.',
  ],
  'documents.type_unknown': ['ไม่รู้จักประเภทเอกสารนี้', 'The catalogue has no such document type.'],
  'documents.section_unknown': ['แฟ้มไม่มีส่วนนี้', 'Employer files have no such section.'],
  'documents.no_pages': ['ไฟล์ไม่มีหน้าเอกสาร', 'A document has at least one page.'],
  'documents.too_many_pages': ['เอกสารมีหน้าเกินที่รับได้', 'The document has too many pages.'],
  'documents.page_repeated': ['มีหน้าซ้ำในเอกสาร', 'A page is named twice in the document.'],
  'documents.already_filed': ['เอกสารหรือหน้านี้เข้าแฟ้มไปแล้ว', 'This is filed already.'],
  'documents.classified': [
    'เอกสารชั้นความลับไม่เก็บในระบบนี้ ให้ส่งนายทะเบียนข้อมูลข่าวสารลับ',
    'Classified papers are not kept in this system.',
  ],
  'documents.moved_on': [
    '{{by}} แก้ไขเอกสารนี้ไปแล้วหลังจากที่คุณเปิดดู จึงยังไม่บันทึก ตรวจข้อมูลล่าสุดแล้วแก้ไขอีกครั้ง',
    'After you opened this document {{by}} corrected it, so nothing was saved. Look at it as it stands and correct it again.',
  ],
  'documents.reason_needed': [
    'เอกสารนี้รับรองแล้ว การแก้ไขต้องระบุเหตุผล',
    'This document is certified. State the reason of the correction.',
  ],
  'documents.too_many_corrected': [
    'เลือกไว้ {{count}} ฉบับ แก้ไขพร้อมกันได้ไม่เกิน {{most}} ฉบับ แบ่งทำเป็นหลายครั้ง',
    'You chose {{count}} documents, at most {{most}} are corrected at once. Divide them.',
  ],
  'documents.correction_unknown': ['ไม่พบการแก้ไขนี้ในแฟ้ม', 'The file has no such correction.'],
  'documents.version_unknown': [
    'เอกสารนี้ไม่มีรุ่นที่ {{version}}',
    'The document has no version {{version}}.',
  ],
  'intake.bytes_missing': [
    'บางไฟล์ยังส่งไม่ครบ กดส่งอีกครั้งเพื่อส่งต่อจากจุดเดิม',
    'Some files are not sent yet. Send again to go on from here.',
  ],
  'intake.batch_unknown': ['ไม่พบชุดสแกน หรือคุณไม่มีสิทธิ์ดู', 'No such batch, or not yours to see.'],
  'intake.scan_unknown': ['ไม่พบไฟล์ หรือคุณไม่มีสิทธิ์ดู', 'No such scan, or not yours to see.'],
  'intake.scan_filed': ['ไฟล์นี้เข้าแฟ้มไปแล้ว', 'The scan is in a file already.'],
  'intake.scan_unreadable': [
    'ไฟล์ที่กักไว้ไม่มีหน้าที่จัดเข้าแฟ้มได้ สแกนใหม่อีกครั้ง',
    'A scan in quarantine has no pages that could be filed. Scan it again.',
  ],
  'intake.scan_unseen': [
    'ชุดสแกนถูกหยุดก่อนตรวจไฟล์นี้ กรุณาสั่งทำชุดสแกนต่อก่อน',
    'The batch was stopped before this scan was looked at. Let it go on first.',
  ],
  'intake.scan_not_waiting': [
    'ไฟล์นี้ไม่ได้รออยู่แล้ว โหลดใหม่เพื่อดูรายการล่าสุด',
    'The scan does not wait any more. Reload to see the latest list.',
  ],
  'intake.scan_too_large': ['ไฟล์ใหญ่เกินที่รับได้', 'The file is larger than is accepted.'],
  'intake.folder_unreadable': ['อ่านโฟลเดอร์ไม่ได้', 'The folder could not be read.'],
  ...paperFilesProblems,
  ...progressProblems,
  ...certificationProblems,
  ...conversionProblems,
  ...copiesProblems,
  ...operationsProblems,
}

const generic: Pair = [
  'ทำรายการนี้ไม่ได้ในขณะนี้ โปรดลองอีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลพร้อมรหัสนี้',
  'This could not be done just now. Please try again; if it fails again, tell the administrator this code.',
]

/** The sentence for a refusal. Codes without words of their own get a polite one; show the code too. */
export function sayProblem(
  problem: Pick<Problem, 'code' | 'facts'>,
  language: Language,
): { sentence: string; known: boolean } {
  const pair = Object.hasOwn(problemWords, problem.code) ? problemWords[problem.code] : undefined
  const text = (pair ?? generic)[language === 'th' ? 0 : 1]
  const sentence = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
    String(problem.facts[name] ?? '–'),
  )
  return { sentence, known: pair !== undefined }
}
