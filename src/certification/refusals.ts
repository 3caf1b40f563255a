import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('certification', {
  converter_may_not: { status: 403, title: 'Who converted a batch does not certify it' },
  not_a_converter: { status: 403, title: 'Only who converted the batch signs for the conversion' },
  checker_may_not: { status: 403, title: 'Who checked a batch does not check its process' },
  looked_too_little: { status: 409, title: 'More documents are to be opened before signing' },
  signed_already: { status: 409, title: 'Somebody has signed for this duty' },
  rules_unmet: { status: 409, title: 'The batch does not meet a rule of the announcement' },
  documents_differ: { status: 409, title: 'The documents are no longer those that were shown' },
  signed_complete: { status: 409, title: 'All four have signed; the batch is being certified' },
  not_of_batch: { status: 404, title: 'The batch has no such document' },
  reason_unknown: { status: 422, title: 'There is no such reason for giving a document back' },
  not_certified: { status: 404, title: 'There is no such certified batch, or no right to see it' },
})
