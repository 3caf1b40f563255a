-- Offices, people, employers, their files and documents, and how paper came in. office_id is the
-- responsible office and stands in every row of personal matter. Class record unless the schema says else.

create table record.office (
  code text collate "C" primary key,
  name_th text not null,
  short_name_th text not null,
  name_en text not null,
  kind text not null,
  province_code text,
  holds_employer_files boolean not null,
  ticket bigint not null
);

create table record.person (
  person_id uuid primary key,
  username text collate "C" not null unique,
  name text not null,
  position text,
  active boolean not null,
  ticket bigint not null
);
create table record.person_grant (
  person_id uuid not null,
  role text collate "C" not null,
  office_id text collate "C" not null,
  granted_at timestamptz not null,
  ticket bigint not null,
  primary key (person_id, role, office_id)
);

create table record.employer (
  account_no text collate "C" primary key,
  office_id text collate "C" not null,
  account jsonb not null,
  name text not null,
  name_core text not null,
  name_sort text collate "C" not null,
  employer_type text,
  juristic_digits text,
  juristic jsonb,
  tax_digits text,
  tax jsonb,
  business_code text,
  status text not null,
  status_since date,
  registered_on date,
  address jsonb not null,
  facts_sha256 bytea not null,
  ticket bigint not null
);
create index employer_office_sort on record.employer (office_id, name_sort, account_no);

create table record.employer_name (
  account_no text collate "C" not null,
  ordinal integer not null,
  office_id text collate "C" not null,
  kind text not null,
  name text not null,
  form text,
  core text not null,
  ticket bigint not null,
  primary key (account_no, ordinal)
);

create table record.establishment (
  account_no text collate "C" not null,
  branch_no text collate "C" not null,
  office_id text collate "C" not null,
  name text not null,
  address jsonb not null,
  ticket bigint not null,
  primary key (account_no, branch_no)
);

create table record.employer_office (
  account_no text collate "C" not null,
  ordinal integer not null,
  office_id text collate "C" not null,
  since date,
  ticket bigint not null,
  primary key (account_no, ordinal)
);

create table record.employer_status (
  account_no text collate "C" not null,
  ordinal integer not null,
  office_id text collate "C" not null,
  status text not null,
  since date,
  ticket bigint not null,
  primary key (account_no, ordinal)
);

create table desk.register_import (
  import_id uuid primary key,
  source_sha256 text not null,
  source_name text not null,
  mapping jsonb not null,
  state text not null,
  rows_read integer not null default 0,
  rows_staged integer not null default 0,
  rows_refused integer not null default 0,
  warnings integer not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz
);
create unlogged table desk.register_row (
  import_id uuid not null,
  account_no text collate "C" not null,
  branch_no text collate "C" not null,
  line integer not null,
  facts text not null,
  primary key (import_id, account_no, branch_no)
);
comment on table desk.register_row is 'Rows of a register on their way in. Unlogged: a crash empties it and the import reads its file again.';
create table desk.register_flaw (
  import_id uuid not null,
  line integer not null,
  "column" text collate "C" not null,
  code text not null,
  written text,
  refused boolean not null,
  primary key (import_id, line, "column", code)
);

create table record.section (
  code text collate "C" primary key,
  "order" integer not null,
  title_th text not null,
  title_en text not null,
  default_tier text not null,
  raises_to text,
  ticket bigint not null
);
create table record.checklist (
  code text collate "C" primary key,
  employer_types text[] not null,
  slots jsonb not null,
  ticket bigint not null
);
create table record.waiver (
  account_no text collate "C" not null,
  slot text collate "C" not null,
  office_id text collate "C" not null,
  reason text not null,
  waived_by text not null,
  waived_at timestamptz not null,
  ticket bigint not null,
  primary key (account_no, slot)
);

create table record.document_type (
  code text collate "C" primary key,
  form_no text,
  title_th text not null,
  title_en text not null,
  section text not null,
  tier text not null,
  "order" integer not null,
  ticket bigint not null
);

create table record.document (
  document_id uuid primary key,
  account_no text collate "C" not null,
  branch_no text collate "C" not null,
  office_id text collate "C" not null,
  type text collate "C" not null,
  section text collate "C" not null,
  title text,
  dated date,
  dated_precision text,
  tier text not null,
  batch_id uuid,
  pages integer not null,
  filed_at timestamptz not null,
  filed_by text not null,
  ticket bigint not null
);
create index document_file on record.document (account_no, dated);
create index document_batch on record.document (batch_id) where batch_id is not null;

create table record.page (
  page_id uuid primary key,
  document_id uuid not null,
  office_id text collate "C" not null,
  ordinal integer not null,
  scan_id uuid,
  sha256 text collate "C" not null,
  page_index integer not null,
  width integer not null,
  height integer not null,
  dpi real,
  bits integer not null,
  media_type text not null,
  ticket bigint not null,
  unique (document_id, ordinal)
);
create index page_scan on record.page (scan_id) where scan_id is not null;

create table record.batch (
  batch_id uuid primary key,
  office_id text collate "C" not null,
  label text not null,
  source text not null,
  received_at timestamptz not null,
  received_by text not null,
  ticket bigint not null
);
create index batch_office_ticket on record.batch (office_id, ticket);

create table record.scan (
  scan_id uuid primary key,
  batch_id uuid not null,
  office_id text collate "C" not null,
  ordinal integer not null,
  name text not null,
  sha256 text collate "C" not null,
  sha512 text not null,
  bytes bigint not null,
  duplicate_of uuid,
  set_aside_reason text,
  ticket bigint not null
);
create unique index scan_sha256 on record.scan (sha256) where duplicate_of is null;
create index scan_batch on record.scan (batch_id, ordinal);

-- What the machine found in a scan; computed from its bytes and from the register, at any time again.
create table derived.scan_examination (
  scan_id uuid primary key,
  office_id text collate "C" not null,
  batch_id uuid not null,
  state text not null,
  reason text,
  facts jsonb not null,
  pages jsonb not null,
  examined_at timestamptz not null
);
create index scan_examination_state on derived.scan_examination (office_id, state, scan_id);
create index scan_examination_batch on derived.scan_examination (batch_id);

create table desk.batch_work (
  batch_id uuid primary key,
  state text not null,
  changed_at timestamptz not null
);

-- Whether a page has been read by machine; the reading itself lies in the derived store.
create table derived.page_reading (
  page_id uuid primary key,
  document_id uuid not null,
  office_id text collate "C" not null,
  state text not null,
  engine text,
  engine_version text,
  derived_key text,
  mean_confidence real,
  milliseconds integer,
  failure text,
  read_at timestamptz
);
create index page_reading_document on derived.page_reading (document_id);
create index page_reading_office_state on derived.page_reading (office_id, state);
