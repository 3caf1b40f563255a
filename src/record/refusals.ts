import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('record', {
  id_taken: { status: 409, title: 'This id was used for another act' },
  stale: { status: 409, title: 'Somebody changed this meanwhile' },
  moved_meanwhile: { status: 409, title: 'The register changed while the bulk act was decided' },
  too_many_streams: { status: 422, title: 'The act touches more streams than one commit may name' },
  store_claimed: { status: 503, title: 'Another database writes to this store' },
  rebuild_unfinished: { status: 503, title: 'A rebuild was broken off and must be run to its end' },
  store_damaged: { status: 503, title: 'The store holds a commit that cannot be right' },
})
