import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('platform', {
  sandbox_deadline: { status: 422, title: 'The input could not be read within the time allowed' },
  sandbox_memory: { status: 422, title: 'The input could not be read within the memory allowed' },
  sandbox_busy: { status: 503, title: 'Too many requests wait for a reader' },
})
