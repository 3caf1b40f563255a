import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('page-notes', {
  document_unknown: { status: 404, title: 'There is no such document, or it is not yours to open' },
  page_unknown: { status: 422, title: 'The document has no such page' },
  note_unknown: { status: 404, title: 'The document has no such note' },
  not_the_author: { status: 403, title: 'Only its author changes a note or takes it off' },
})
