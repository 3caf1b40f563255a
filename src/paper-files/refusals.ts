import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('paper-files', {
  file_unknown: { status: 404, title: 'There is no such paper file, or it is not yours to see' },
  office_not_yours: { status: 403, title: 'The paper files of this office are not yours to list' },
  loan_needed: { status: 422, title: 'A file on loan names who has it and the day it is due' },
  found_first: { status: 409, title: 'The file must be found, or returned, before it goes on' },
  reason_needed: {
    status: 422,
    title: 'What the line says of a file is changed with a reason only',
  },
  act_unknown: { status: 404, title: 'There is no such act, or it is not yours to undo' },
  act_of_line: { status: 409, title: 'A batch brought this step; it is undone on the line' },
  stands_elsewhere: {
    status: 409,
    title: 'Something else happened to these files since; the act cannot be undone',
  },
  columns_missing: { status: 422, title: 'The file lacks columns that a list must have' },
  file_unreadable: { status: 422, title: 'The file cannot be opened' },
  list_too_long: { status: 422, title: 'The list has more rows than one list may have' },
  nothing_to_print: { status: 404, title: 'There is no paper file to print for' },
  too_many_to_print: { status: 422, title: 'More files than one print may have' },
})
