import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('employer-files', {
  employer_unknown: { status: 404, title: 'There is no such employer, or it is not yours to see' },
  slot_unknown: { status: 422, title: 'The checklist of this employer has no such slot' },
})
