import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitLegalName } from '#thai-text'
import type { RecognisedPage } from '../recognised-page.ts'
import type { Known, KnownEmployer, Proposal } from './proposal.ts'
import { proposeDocument } from './propose-document.ts'

const types: Known['types'] = [
  { code: 'sps-1-01', formNo: 'สปส.1-01', titleTh: 'แบบขึ้นทะเบียนนายจ้าง' },
  { code: 'sps-1-10', formNo: 'สปส.1-10', titleTh: 'แบบรายการแสดงการส่งเงินสมทบ' },
  { code: 'sps-1-10-1', formNo: 'สปส.1-10/1', titleTh: 'แบบรายการแสดงการส่งเงินสมทบ (ยื่นรวมสาขา)' },
  { code: 'power-of-attorney', formNo: null, titleTh: 'หนังสือมอบอำนาจ' },
  { code: 'letter-in', formNo: null, titleTh: 'หนังสือรับ' },
  {
    code: 'juristic-certificate',
    formNo: null,
    titleTh: 'หนังสือรับรองการจดทะเบียนนิติบุคคลพร้อมวัตถุประสงค์',
  },
]
const works: KnownEmployer = {
  accountNo: '6010004128',
  juristicDigits: '0605563999011',
  taxDigits: null,
  name: 'บริษัท นครสวรรค์การช่าง จำกัด',
}
const shop: KnownEmployer = {
  accountNo: '6010009960',
  juristicDigits: null,
  taxDigits: null,
  name: 'ร้านก๋วยเตี๋ยวเรือป้าจิ๋ม',
}

const asked: string[] = []
const known: Known = {
  types,
  today: '2020-03-12',
  async employersByNumber(numbers) {
    asked.push(...numbers)
    return [works, shop].filter(({ accountNo, juristicDigits }) =>
      numbers.some((number) => number === accountNo || number === juristicDigits),
    )
  },
}

/** A page as the recogniser gives it, a line of letters each 1/100 of the page wide. */
function aPage(...texts: readonly string[]): RecognisedPage {
  return {
    version: 1,
    engine: 'test',
    engineVersion: '1',
    recipe: { version: 1, dpi: 200, colourDropped: false, layout: 'lines' },
    pixels: [1_654, 2_339],
    dpi: 200,
    skewDegrees: 0,
    lines: texts.map((text, at) => ({
      text,
      box: [0.1, 0.05 + at * 0.04, text.length / 100, 0.02],
      confidence: 90,
      characters: Array.from(text).flatMap((letter, place) =>
        letter === ' ' ? [] : [[letter, 0.1 + place / 100, 0.05 + at * 0.04, 0.01, 0.02, 90]],
      ),
    })),
    meanConfidence: 90,
    milliseconds: 1,
  }
}

async function proposed(...texts: readonly string[]): Promise<Partial<Record<string, Proposal>>> {
  const proposals = await proposeDocument([aPage(...texts)], known)
  return Object.fromEntries(proposals.toReversed().map((proposal) => [proposal.field, proposal]))
}

test('a form is known by its printed number and title, and its neighbours by theirs', async () => {
  const form = await proposed('สปส. 1-01', 'แบบขึ้นทะเบียนนายจ้าง', 'ชื่อสถานประกอบการ')
  assert.equal(form['type']?.value, 'sps-1-01')
  assert.equal(form['type']?.reason, 'form_number')
  const joined = await proposed('สปส.1-10/1', 'แบบรายการแสดงการส่งเงินสมทบ')
  assert.equal(joined['type']?.value, 'sps-1-10-1')
})

test('a title with letters read wrongly is still the title; words of running text are none', async () => {
  const deed = await proposed('หนังลือมอบอำนาจ', 'เขียนที่ บ้านเลขที่ 9')
  assert.equal(deed['type']?.value, 'power-of-attorney')
  const box = deed['type']?.box?.map((side) => Number(side.toFixed(4)))
  assert.deepEqual(box, [0.1, 0.05, 0.15, 0.02])
  const letter = await proposed(
    'ขอความอนุเคราะห์',
    'ตามที่ท่านได้ขอให้ส่งหนังสือมอบอำนาจและสำเนาบัตรประจำตัวประชาชนมาแล้วนั้น ขอเรียนว่าได้ส่งแล้ว',
  )
  assert.equal(letter['type'], undefined)
})

test('an account number as read points at the employer of the register, surer with its name', async () => {
  const alone = await proposed('เลขที่บัญชี 60-1000412-8')
  assert.equal(alone['accountNo']?.value, works.accountNo)
  assert.equal(alone['accountNo']?.reason, 'number_in_register')
  const named = await proposed('เลขที่บัญชี 60-1000412-8', 'บรืษัท นครสวรรค์การซ่าง จำกัด')
  assert.ok((named['accountNo']?.confidence ?? 0) > (alone['accountNo']?.confidence ?? 1))
  assert.deepEqual(named['accountNo']?.agreesWith, ['name'])
  assert.equal(named['name']?.value, works.name)
  assert.ok(named['name']?.box)
})

test('a digit read wrongly or lost is mended only to a number that the register has', async () => {
  for (const read of ['60-1000412-6', '60-100012-8', '6 0 1 0 0 6 4 1 2 8']) {
    const { accountNo } = await proposed(`เลขที่บัญชีนายจ้าง ${read}`, splitLegalName(works.name).core)
    assert.deepEqual([accountNo?.value, accountNo?.reason], [works.accountNo, 'number_repaired'])
  }
  const unknown = await proposed('เลขที่บัญชีนายจ้าง 60-9999999-9')
  assert.equal(unknown['accountNo'], undefined)
})

test('digits in boxes are read without the edges of the boxes, also where those were read as a 1', async () => {
  for (const read of ['[6[0|-|1|0 |0 |0| 4 | 1 |2|-[8', '[6[0|-! 1|0|0| 0| 14|1 2 1-[8']) {
    const { accountNo } = await proposed(`เลขที่บัญชีนายจ้าง ${read}`, works.name)
    assert.equal(accountNo?.value, works.accountNo, read)
  }
})

test('a number in Thai digits is found by the digits that are taken for others, and with its name only', async () => {
  // ๖๐-๑๐๐๐๔๑๒-๘ as Tesseract reads it.
  const read = 'เลขที่บัญชี ๒๐-๑๐๐๐๕๑๒-๕'
  const named = await proposed(read, works.name)
  assert.deepEqual(
    [named['accountNo']?.value, named['accountNo']?.reason],
    [works.accountNo, 'number_repaired'],
  )
  const alone = await proposed(read)
  assert.ok((alone['accountNo']?.confidence ?? 0) < 0.7)
})

test('a mended number without any other sign of the employer is offered with doubt', async () => {
  const { accountNo } = await proposed('เลขที่บัญชีนายจ้าง 60-1000512-6')
  assert.ok((accountNo?.confidence ?? 0) < 0.7)
})

test('a telephone number is no account', async () => {
  asked.length = 0
  await proposed('โทร. 60-1000412-8')
  assert.deepEqual(asked, [])
})

test('a juristic number finds the employer, and one unknown to the register is offered by its check digit', async () => {
  const own = await proposed('ทะเบียนนิติบุคคลเลขที่ 0-60-5-563-99901-1')
  assert.deepEqual(
    [own['accountNo']?.value, own['accountNo']?.reason],
    [works.accountNo, 'found_by_juristic_no'],
  )
  assert.deepEqual(own['juristicNo']?.agreesWith, ['accountNo'])
  const other = await proposed('ทะเบียนนิติบุคคลเลขที่ 0-10-5-560-12345-4', 'บริษัท อื่น ตัวอย่าง จำกัด')
  assert.equal(other['accountNo'], undefined)
  assert.equal(other['name']?.reason, 'name_as_read')
})

test('the date of the paper is the one its words say, not the first one on it', async () => {
  const { dated } = await proposed(
    'เมื่อวันที่ 4 มกราคม 2548 ได้จดทะเบียน',
    'ออกให้ ณ วันที่ 12 มืนาคม พ.ศ. 2561',
    'วันออกบัตร 1/2/2555',
  )
  assert.deepEqual(dated?.value, { date: '2018-03-12', precision: 'day' })
  assert.equal(dated?.reason, 'date_labelled')
})

test('a day that has not come is no date of a paper', async () => {
  const { dated } = await proposed('ออกให้ ณ วันที่ 13 มีนาคม 2563')
  assert.equal(dated, undefined)
})

test('an empty page and a page of noise give no proposal', async () => {
  assert.deepEqual(await proposeDocument([], known), [])
  assert.deepEqual(await proposeDocument([aPage('๏ | . -', '7 / 0')], known), [])
})

test('a letter between two digits of a bad copy is a misread stroke, and the register decides', async () => {
  const page = await proposed('เลขที่บัญชีนายจ้าง 6ธ0-1000412-8')
  assert.equal(page['accountNo']?.value, works.accountNo)
  assert.equal(page['accountNo']?.reason, 'number_in_register')
  const unknown = await proposed('เลขที่บัญชีนายจ้าง 6ธ1-2345678-9')
  assert.equal(unknown['accountNo'], undefined)
})
