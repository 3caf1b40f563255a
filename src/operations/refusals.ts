import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('operations', {
  queue_unknown: { status: 404, title: 'There is no such queue' },
  paused_already: { status: 409, title: 'The queue is paused already' },
  not_paused: { status: 409, title: 'The queue is not paused' },
  job_gone: { status: 409, title: 'No such job is among those that failed any more' },
  redone_already: { status: 409, title: 'The job was sent back to its queue already' },
})
