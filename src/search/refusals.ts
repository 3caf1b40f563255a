import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('search', {
  bad_cursor: { status: 400, title: 'The cursor is not one that a search gave' },
  page_unknown: { status: 404, title: 'No page with this id has been read here' },
  too_many_saved: { status: 409, title: 'No more searches can be saved' },
})
