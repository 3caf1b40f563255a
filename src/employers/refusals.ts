import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('employers', {
  encoding_unknown: { status: 422, title: 'The file is neither UTF-8 nor Windows-874 text' },
  columns_missing: { status: 422, title: 'The file lacks columns that a register must have' },
  file_unreadable: { status: 422, title: 'The file cannot be opened' },
  import_cancelled: { status: 409, title: 'The import was stopped; nothing was recorded' },
  import_running: { status: 409, title: 'The same file is being imported already' },
  import_needs_all_offices: {
    status: 403,
    title: 'A register is imported by somebody who is responsible for every office',
  },
})
