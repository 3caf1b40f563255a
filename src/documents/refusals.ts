import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('documents', {
  file_unknown: {
    status: 404,
    title: 'There is no such employer file, or it is not yours to open',
  },
  document_unknown: { status: 404, title: 'There is no such document, or it is not yours to open' },
  employer_unknown: {
    status: 404,
    title: 'There is no such employer, or it is not yours to file for',
  },
  type_unknown: { status: 422, title: 'The catalogue has no such document type' },
  section_unknown: { status: 422, title: 'Employer files have no such section' },
  no_pages: { status: 422, title: 'A document has at least one page' },
  too_many_pages: { status: 422, title: 'The document has more pages than one document may have' },
  page_repeated: { status: 422, title: 'A page is named twice in the document' },
  already_filed: { status: 409, title: 'The document or one of its pages is filed already' },
  moved_on: { status: 409, title: 'Somebody corrected the document after it was opened' },
  reason_needed: { status: 422, title: 'A certified document is corrected with a reason' },
  too_many_corrected: { status: 422, title: 'More documents than one act may correct' },
  correction_unknown: { status: 404, title: 'There is no such correction in this file' },
  version_unknown: { status: 404, title: 'The document has no such version' },
  classified: { status: 422, title: 'Classified papers are not kept in this system' },
})
