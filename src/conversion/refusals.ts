import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('conversion', {
  batch_unknown: { status: 404, title: 'No such batch on the line, or no right to see it' },
  page_unknown: { status: 404, title: 'No such page on the line, or no right to see it' },
  document_unknown: { status: 404, title: 'The batch has no such document to look at' },
  paper_file_unknown: {
    status: 422,
    title: 'There is no such paper file, or it is not of this office',
  },
  account_unknown: { status: 422, title: 'The register has no such account' },
  profile_unknown: { status: 422, title: 'There is no such scan profile' },
  not_at_scanner: { status: 409, title: 'The batch is not at the scanning station' },
  not_in_check: { status: 409, title: 'The batch does not wait for the quality check' },
  not_to_certify: { status: 409, title: 'The batch does not wait for certification' },
  moved_meanwhile: { status: 409, title: 'Somebody changed the batch meanwhile' },
  edit_impossible: { status: 409, title: 'The change does not fit the pages as they stand' },
  nothing_to_undo: { status: 409, title: 'There is nothing to take back' },
  too_many_pages: { status: 422, title: 'The batch has more pages than one batch may have' },
  not_ready: { status: 409, title: 'The batch cannot be sent to the check yet' },
  own_scans: { status: 403, title: 'Who scanned a batch does not check it' },
  check_taken: { status: 409, title: 'Somebody else is checking this batch' },
  reason_missing: { status: 422, title: 'A rejection states its reason; "other" needs words' },
  office_unknown: { status: 404, title: 'There is no such office, or it is not yours to set up' },
  aql_unknown: { status: 422, title: 'The standard has no plans for this quality limit' },
  type_unknown: { status: 422, title: 'The catalogue has no such document type' },
  sampling_moved_on: { status: 409, title: 'Somebody else changed the sampling meanwhile' },
  check_unfinished: { status: 409, title: 'Some documents have no verdict yet' },
})
