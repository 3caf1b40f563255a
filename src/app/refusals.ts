import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('app', {
  command_unknown: { status: 400, title: 'There is no such command' },
  option_wrong: { status: 400, title: 'An option is not understood' },
  input_wrong: { status: 422, title: 'The request does not have the shape it must have' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  sign_in_first: { status: 401, title: 'Sign in first' },
  port_taken: { status: 503, title: 'Another program listens on this port' },
  data_folder_taken: { status: 503, title: 'Another server runs on this data folder' },
  page_unknown: { status: 404, title: 'No such page, or no right to see it' },
  web_not_built: { status: 503, title: 'The web application is not built' },
  serving_now: { status: 409, title: 'A server runs on this data folder; stop it first' },
  evidence_unreadable: { status: 422, title: 'The evidence file cannot be read' },
  foreign_origin: { status: 403, title: 'The request came from another site' },
})
