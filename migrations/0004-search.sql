-- The search keys: derived from employers and recognised pages, and filled again by jobs at any time.
-- A refill reads the index definitions here and builds the same ones beside the living table, so every
-- index is a plain index: no primary keys. `written_by` tells it what was written after it began to read.

-- One row a name. Keys are ASCII where a trigram index stands on them: exact in every locale.
create table derived.employer_key (
  account_no text collate "C" not null,
  ordinal integer not null,
  office_id text collate "C" not null,
  status text collate "C" not null,
  kind text collate "C" not null,
  name text not null,
  core text collate "C" not null,
  l2 text collate "C" not null,
  l3 text collate "C" not null,
  latin text collate "C" not null,
  written_by xid8 not null default pg_current_xact_id()
);
create unique index employer_key_place on derived.employer_key (account_no, ordinal);
create index employer_key_core on derived.employer_key (core, account_no);
create index employer_key_l2 on derived.employer_key using gin (l2 gin_trgm_ops);
create index employer_key_l3 on derived.employer_key using gin (l3 gin_trgm_ops) where l3 <> '';
create index employer_key_latin on derived.employer_key using gin (latin gin_trgm_ops) where latin <> '';
create index employer_key_written on derived.employer_key (written_by);

-- One row an employer: its numbers, and what a hit shows.
create table derived.employer_number (
  account_no text collate "C" not null,
  office_id text collate "C" not null,
  status text collate "C" not null,
  name text not null,
  district text,
  province text,
  juristic text collate "C",
  tax text collate "C",
  written_by xid8 not null default pg_current_xact_id()
);
create unique index employer_number_account on derived.employer_number (account_no);
create index employer_number_juristic on derived.employer_number (juristic);
create index employer_number_tax on derived.employer_number (tax);
create index employer_number_account_part on derived.employer_number using gin (account_no gin_trgm_ops);
create index employer_number_juristic_part on derived.employer_number using gin (juristic gin_trgm_ops);
create index employer_number_tax_part on derived.employer_number using gin (tax gin_trgm_ops);
create index employer_number_written on derived.employer_number (written_by);

-- One row a recognised page. `lines` is read only for the pages that are shown.
create table derived.page_key (
  page_id uuid not null,
  document_id uuid not null,
  account_no text collate "C" not null,
  branch_no text collate "C" not null,
  office_id text collate "C" not null,
  type text collate "C" not null,
  year integer,
  ordinal integer not null,
  key text collate "C" not null,
  lines jsonb not null,
  written_by xid8 not null default pg_current_xact_id()
);
create unique index page_key_page on derived.page_key (page_id);
create index page_key_document on derived.page_key (document_id, ordinal);
create index page_key_account on derived.page_key (account_no);
create index page_key_type on derived.page_key (type, year, page_id);
create index page_key_text on derived.page_key using gin (key gin_trgm_ops);
create index page_key_written on derived.page_key (written_by);
