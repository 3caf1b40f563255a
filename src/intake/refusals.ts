import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('intake', {
  bytes_missing: { status: 409, title: 'The bytes of some scans are not in the store yet' },
  batch_unknown: { status: 404, title: 'No such batch, or no right to see it' },
  scan_unknown: { status: 404, title: 'No such scan, or no right to see it' },
  scan_filed: { status: 409, title: 'The scan is in a file already' },
  scan_unreadable: { status: 409, title: 'A scan in quarantine has no pages that could be filed' },
  scan_unseen: { status: 409, title: 'The batch was stopped before this scan was looked at' },
  scan_not_waiting: { status: 409, title: 'The scan does not wait in the inbox' },
  scan_too_large: { status: 413, title: 'The file is larger than the limit' },
  folder_unreadable: { status: 422, title: 'The folder could not be read' },
})
