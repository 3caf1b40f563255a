import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('search', {
  bad_cursor: { status: 400, title: 'The cursor is not one that a search gave' },
})
