import { join } from 'node:path'
import bwipjs from 'bwip-js'
import { formatCoverCode, separatorCode } from '#documents'
import { startTypesetter, wordsOf } from '#platform/typesetting'
import { formatAccountNo } from '#thai-text'
import type { PaperFile } from './contract.ts'

export type PrintedFile = Pick<
  PaperFile,
  'accountNo' | 'branchNo' | 'volumeNo' | 'employerName' | 'building' | 'shelf' | 'box'
> & { officeName: string }

export type PrintRequest = {
  /**
   * `covers`: one A4 sheet a file. `labels`: A4 sheets of 40, 52.5 by 29.7 mm. `separators`: one A4 sheet for all
   * files, to be printed as often as papers are to be parted.
   */
  kind: 'covers' | 'labels' | 'separators'
  files: readonly PrintedFile[]
  /** Labels of the first sheet that are used already and stay free. */
  skip: number
}

const titles = {
  cover: 'ใบปะหน้าแฟ้ม',
  account: 'เลขที่บัญชีนายจ้าง',
  place: 'ที่เก็บ',
  volume: 'เล่มที่',
  branch: 'สาขา',
  hand: ['นับได้ (แผ่น)', 'ผู้นับ', 'วันที่'],
  use: wordsOf('วางใบนี้ไว้หน้าเอกสารของแฟ้ม แล้วสแกนไปพร้อมกัน'),
  separator: 'ใบคั่นเอกสาร',
  part: wordsOf('วางใบนี้คั่นระหว่างเอกสารสองฉบับ แล้วสแกนไปพร้อมกัน'),
}

/** The module that the printer's child runs: setting hundreds of codes takes seconds of computing. */
export function createAnswer(): (request: PrintRequest) => Promise<Uint8Array> {
  const typesetter = startTypesetter({
    folder: join(import.meta.dirname, 'templates'),
    template: 'print.typ',
    fonts: ['sarabun'],
  })
  const separator = { text: separatorCode, code: codeSvg(separatorCode) }
  return async ({ kind, files, skip }) =>
    typesetter.pdf(JSON.stringify({ kind, titles, skip, separator, files: files.map(paperOf) })).pdf
}

function paperOf(file: PrintedFile) {
  const { accountNo, branchNo } = file
  // The papers behind the sheet may be of any type, so the code names the file alone.
  const text = formatCoverCode({ accountNo, branchNo, type: null, section: null })
  return {
    text,
    code: codeSvg(text),
    account: formatAccountNo(accountNo),
    name: wordsOf(file.employerName ?? 'ไม่พบในทะเบียนนายจ้าง'),
    office: wordsOf(file.officeName),
    place: placeOf(file),
    label: [...placeOf(file), ...volumeOf(file)],
    volume: wordsOf(String(file.volumeNo)),
    branch: wordsOf(branchNo === '000000' ? 'สำนักงานใหญ่ (000000)' : branchNo),
  }
}

/** Parts that are short stay on one line: `ตู้ 12` is read as one thing. */
const whole_characters_max = 20

function placeOf({ building, shelf, box }: PrintedFile): string[] {
  const parts = [building, shelf, box].filter((part) => part !== '')
  if (parts.length === 0) return wordsOf('ยังไม่ระบุที่เก็บ')
  return parts.flatMap((part, at) => {
    const words = part.length > whole_characters_max ? wordsOf(part) : [part]
    return at === 0 ? words : [' ', '·', ' ', ...words]
  })
}

/** A label tells which volume it is for only where there are more. */
function volumeOf({ volumeNo }: PrintedFile): string[] {
  return volumeNo === 1 ? [] : [' ', '·', ' ', `เล่ม ${volumeNo}`]
}

/** Light modules that a reader needs around the code. */
const quiet = 4

/** A QR code with error correction M as one path; the encoder's own drawing takes three times as long. */
function codeSvg(text: string): string {
  // The type of the options leaves out what belongs to one kind of code, such as its level.
  const symbol = { bcid: 'qrcode', text, eclevel: 'M' }
  // A square code is one matrix of rows; the encoder's types say nothing of it.
  const [{ pixs, pixx }] = bwipjs.raw(symbol) as unknown as [{ pixs: number[]; pixx: number }]
  const dark = pixs.flatMap((module, at) =>
    module === 1 ? [`M${(at % pixx) + quiet} ${Math.floor(at / pixx) + quiet}h1v1h-1z`] : [],
  )
  const size = pixx + 2 * quiet
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${dark.join('')}"/></svg>`
}
