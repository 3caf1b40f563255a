import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeText, readPlace, readViewerUrl } from './viewer-url.ts'

test('an address brings back what was seen of the page', () => {
  const place = { x: 0.5123, y: -0.2, zoom: 2.5, turn: 270 }
  assert.deepEqual(readPlace(placeText(place)), { ...place, x: 0.512 })
})

test('what an address cannot mean is left out of it', () => {
  const parts = { page: '2', panel: 'secrets', covered: '2', see: '1_2_0_0', note: '', q: 'คำ' }
  assert.deepEqual(readViewerUrl(parts), { page: 2, q: 'คำ' })
  for (const see of ['', '1_2', 'a_b_c_d', '1_2_3_4_5'])
    assert.equal(readPlace(see), undefined, see)
})
