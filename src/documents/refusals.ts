import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('documents', {
  employer_unknown: { status: 404, title: 'The register knows no employer of this account number' },
  type_unknown: { status: 422, title: 'The catalogue knows no such document type' },
  no_pages: { status: 422, title: 'A document has at least one page' },
  too_many_pages: { status: 422, title: 'A document has more pages than the limit' },
  classified: { status: 422, title: 'Papers with a secrecy class are not kept here' },
  file_unknown: { status: 404, title: 'No such file, or no right to see it' },
  document_unknown: { status: 404, title: 'No such document, or no right to see it' },
})
