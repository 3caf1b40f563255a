import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyL3 } from './index.ts'

/** Official spellings of places. */
const places = [
  ['นครสวรรค์', 'Nakhon Sawan'],
  ['เชียงใหม่', 'Chiang Mai'],
  ['กาญจนบุรี', 'Kanchanaburi'],
  ['เพชรบูรณ์', 'Phetchabun'],
  ['สมุทรปราการ', 'Samut Prakan'],
  ['สระแก้ว', 'Sa Kaeo'],
  ['สระบุรี', 'Saraburi'],
  ['ศรีสะเกษ', 'Si Sa Ket'],
  ['ฉะเชิงเทรา', 'Chachoengsao'],
  ['พิจิตร', 'Phichit'],
  ['อำนาจเจริญ', 'Amnat Charoen'],
  ['บุรีรัมย์', 'Buri Ram'],
  ['สุรินทร์', 'Surin'],
  ['อุตรดิตถ์', 'Uttaradit'],
  ['หาดใหญ่', 'Hat Yai'],
  ['หนองหญ้าไทร', 'Nong Ya Sai'],
] as const

test('a place sounds the same in Thai and in its official Latin spelling', () => {
  for (const [thai, latin] of places) assert.equal(keyL3(thai), keyL3(latin), `${thai} ${latin}`)
})

test('usual spellings of names sound like the Thai name', () => {
  for (const [thai, latin] of [
    ['ศรีทอง', 'Sri Thong'],
    ['เจริญทรัพย์', 'Jaroensap'],
    ['พรชัย', 'Pornchai'],
    ['ธรรมรักษ์', 'Thammarak'],
    ['จันทร์เพ็ญ', 'Janpen'],
  ] as const) {
    assert.equal(keyL3(thai), keyL3(latin), `${thai} ${latin}`)
  }
})

test('homophones share their skeleton, and digits stay as they are', () => {
  assert.equal(keyL3('ศิริพรรณ'), keyL3('สิริพัน'))
  assert.equal(keyL3('ร้าน ๑๑'), 'n11')
  assert.equal(keyL3('11'), '11')
})
