import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('redactions', {
  document_unknown: { status: 404, title: 'There is no such document, or it is not yours to open' },
  page_unknown: { status: 422, title: 'The document has no such page' },
  covered_meanwhile: {
    status: 409,
    title: 'Somebody covered the page, or took a cover back, since the boxes were set',
  },
  reason_lacking: { status: 422, title: 'Another reason needs words' },
  redaction_unknown: { status: 404, title: 'The document has no such redaction' },
  withdrawn_already: { status: 409, title: 'The redaction was taken back before' },
})
