import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeChecklist } from './checklist.ts'
import type { SlotRule } from './commits.ts'

function judge(slot: Partial<SlotRule>, filed: string[], waived = false) {
  const rule: SlotRule = {
    code: 'slot',
    titleTh: 'ช่อง',
    titleEn: 'Slot',
    need: 'required',
    repeatsFor: null,
    anyOf: [{ allOf: ['id-card'] }, { allOf: ['passport', 'visa'] }],
    certainty: 'S',
    ...slot,
  }
  const waiver = { reason: 'ไม่มีเหตุ', by: 'สมใจ ตัวอย่าง', on: '2020-03-12T00:00:00.000Z' }
  const checklist = judgeChecklist(
    { code: 'list', employerTypes: [], slots: [rule] },
    {
      filed: filed.map((type, index) => ({ type, documentId: `${index}` })),
      waivers: new Map(waived ? [['slot', waiver]] : []),
      typeTitles: new Map(),
    },
  )
  const { state, copies } = checklist.slots[0] ?? { state: 'none', copies: 0 }
  return { state, copies, filled: checklist.filled, counted: checklist.counted }
}

test('either alternative fills a slot, and half an alternative does not', () => {
  assert.equal(judge({}, ['id-card']).state, 'found')
  assert.equal(judge({}, ['passport', 'visa']).state, 'found')
  assert.deepEqual(judge({}, ['passport']), { state: 'missing', copies: 0, filled: 0, counted: 1 })
})

test('a slot that repeats counts its whole sets over all alternatives', () => {
  const filed = ['id-card', 'id-card', 'passport', 'passport', 'visa']
  assert.equal(judge({ repeatsFor: 'signatory' }, filed).copies, 3)
  assert.equal(judge({}, filed).copies, 1)
})

test('a waived slot is not counted, and a paper that comes later still fills it', () => {
  assert.deepEqual(judge({}, [], true), { state: 'waived', copies: 0, filled: 0, counted: 0 })
  assert.equal(judge({}, ['id-card'], true).state, 'found')
})

test('a slot asked only when applicable is never missing', () => {
  assert.equal(judge({ need: 'when-applicable' }, []).state, 'not-asked')
  assert.equal(judge({ need: 'when-applicable' }, ['id-card']).state, 'found')
})

test('one paper counts in one set of a slot only', () => {
  const anyOf = [{ allOf: ['passport', 'visa'] }, { allOf: ['passport', 'work-permit'] }]
  const filed = ['passport', 'visa', 'work-permit']
  assert.equal(judge({ repeatsFor: 'signatory', anyOf }, filed).copies, 1)
})
