import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('copies', {
  document_unknown: { status: 404, title: 'There is no such document, or it is not yours to open' },
  several_files: { status: 422, title: 'A copy holds documents of one employer file' },
  pages_unknown: { status: 422, title: 'The document does not have these pages' },
  too_many_pages: { status: 422, title: 'The copy has more pages than one file may have' },
  purpose_unknown: { status: 422, title: 'There is no such purpose' },
  activity_lacking: { status: 422, title: 'This purpose names the activity' },
  reference_lacking: { status: 422, title: 'This purpose names a letter, case or request' },
  tier_too_high: {
    status: 403,
    title: 'For this purpose only public papers leave, unless the head decides',
  },
  copy_unknown: { status: 404, title: 'There is no such copy, or it was not issued to you' },
  copy_closed: { status: 410, title: 'The time to fetch this copy is over; take a new one' },
})
