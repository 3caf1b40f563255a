import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('platform', {
  job_defined_twice: { status: 500, title: 'Two handlers are declared for one job name' },
  job_without_handler: {
    status: 500,
    title: 'The queue holds jobs of a name for which no handler is declared',
  },
})
