import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('text-recognition', {
  page_too_large: { status: 422, title: 'The page has too many pixels to be read' },
})
