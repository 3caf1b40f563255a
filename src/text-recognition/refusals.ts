import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('text-recognition', {
  page_too_large: { status: 422, title: 'The page has too many pixels to be read' },
  page_unknown: { status: 404, title: 'There is no such page' },
  document_unknown: { status: 404, title: 'There is no such document' },
  pages_unknown: { status: 422, title: 'The document does not have these pages' },
  engine_failed: { status: 422, title: 'The recogniser failed on the page, twice' },
})
