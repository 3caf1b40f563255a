import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyLatin, romanise } from './index.ts'

test('places are written as the official romanisation writes them', () => {
  for (const [thai, latin] of [
    ['นครสวรรค์', 'nakhonsawan'],
    ['เชียงใหม่', 'chiangmai'],
    ['ขอนแก่น', 'khonkaen'],
    ['สุรินทร์', 'surin'],
    ['ฉะเชิงเทรา', 'chachoengsao'],
    ['ลำปาง', 'lampang'],
    ['เฉลิมราช', 'chaloemrat'],
    ['พัฒนา', 'phatthana'],
    ['หนองหญ้าไทร', 'nongyasai'],
    ['มงคลสวรรค์', 'mongkhonsawan'],
    ['ศรีราชา', 'siracha'],
  ] as const)
    assert.equal(romanise(thai), latin, thai)
})

test('a Thai name and what people make of it in Latin letters are near in their keys', () => {
  for (const [thai, latin] of [
    ['สมบูรณ์', 'Somboon'],
    ['เจริญชัย', 'Jaroen Chai'],
    ['แก้วทอง', 'Kaew Thong'],
    ['บ้านข้าว', 'Baan Khao'],
  ] as const)
    assert.equal(keyLatin(romanise(thai)), keyLatin(latin), thai)
})

test('what is not Thai stays, and no sign is left that nobody can read', () => {
  assert.equal(romanise('ABC 99'), 'ABC 99')
  assert.match(romanise('ฯลฯ ๆ ก\u0e4c เ แก'), /^[a-z ]*$/)
})
