import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('reporting', {
  office_not_yours: { status: 403, title: 'The figures of this office are not yours to see' },
})
