import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel'
import { testOffice } from '../../test/kit/office.ts'
import { forgetSearch, limits, listSavedSearches, saveSearch } from './saved-searches.ts'

test('a search is saved once, renamed under its id, forgotten, and seen by nobody else', async () => {
  await using office = await testOffice({ projections: [] })
  const { context } = office
  const other = office.contextFor({ person: newId(new Date()) }, 'all')
  const saved = { savedId: newId(new Date()), name: 'ร้านในเมือง', query: { q: 'ร้าน office:6000' } }
  await saveSearch(context, saved)
  await saveSearch(context, saved)
  assert.deepEqual(await listSavedSearches(context), { searches: [saved] })
  await saveSearch(context, { ...saved, name: 'ร้าน' })
  await saveSearch(other, { ...saved, name: 'ของคนอื่น' })
  await forgetSearch(other, saved.savedId)
  assert.deepEqual(
    (await listSavedSearches(context)).searches.map(({ name }) => name),
    ['ร้าน'],
  )
  assert.deepEqual(await listSavedSearches(other), { searches: [] })
  await forgetSearch(context, saved.savedId)
  assert.deepEqual(await listSavedSearches(context), { searches: [] })
})

test('no more searches are saved than a person can look through', async () => {
  await using office = await testOffice({ projections: [] })
  const save = () =>
    saveSearch(office.context, { savedId: newId(new Date()), name: 'คำค้น', query: { q: 'คำ' } })
  for (let count = 0; count < limits.saved_max; count++) await save()
  await assert.rejects(save(), { code: 'search.too_many_saved' })
})
