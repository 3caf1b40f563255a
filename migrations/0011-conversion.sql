-- The conversion line: batches of a paper file on their way to checked pages. office_id is the office whose
-- line it is. What clerks do with single pages is desk work; what has legal effect is class record.

alter table record.batch add column way text not null default 'direct';
comment on column record.batch.way is 'direct: its papers are placed by what they say themselves; line: its pages go to the conversion line.';

create table record.conversion_batch (
  batch_id uuid primary key,
  office_id text collate "C" not null,
  number text collate "C" not null,
  account_no text collate "C",
  branch_no text collate "C",
  paper_file text,
  profile text not null,
  sides integer not null,
  state text not null,
  round integer not null,
  documents integer not null,
  pages integer not null,
  opened_at timestamptz not null,
  opened_by text not null,
  state_since timestamptz not null,
  scanned_by jsonb not null,
  sent_count jsonb,
  ticket bigint not null
);
create unique index conversion_batch_number on record.conversion_batch (office_id, number);
create index conversion_batch_state on record.conversion_batch (office_id, state, state_since, batch_id);

create table record.conversion_portion (
  portion_id uuid primary key,
  batch_id uuid not null,
  office_id text collate "C" not null,
  scans integer not null,
  place jsonb not null,
  ticket bigint not null
);
create index conversion_portion_batch on record.conversion_portion (batch_id, ticket);

-- The documents as they were sent last, each with the verdict that stands.
create table record.conversion_document (
  batch_id uuid not null,
  document_id uuid not null,
  office_id text collate "C" not null,
  ordinal integer not null,
  digest text not null,
  facts jsonb not null,
  verdict text,
  judged jsonb,
  ticket bigint not null,
  primary key (batch_id, document_id)
);

create table record.conversion_check (
  batch_id uuid not null,
  round integer not null,
  office_id text collate "C" not null,
  person text not null,
  person_name text not null,
  checked_at timestamptz not null,
  documents integer not null,
  rejected integer not null,
  planted integer not null,
  caught integer not null,
  plan jsonb not null,
  result text not null,
  ticket bigint not null,
  primary key (batch_id, round)
);
create index conversion_check_person on record.conversion_check (office_id, person);

create table record.conversion_severity (
  office_id text collate "C" primary key,
  switching jsonb not null,
  ticket bigint not null
);

create table derived.conversion_page (
  page_id uuid primary key,
  batch_id uuid not null,
  office_id text collate "C" not null,
  arrived integer not null,
  facts jsonb not null,
  proposals jsonb
);
create index conversion_page_batch on derived.conversion_page (batch_id, arrived);

create table desk.conversion_batch (
  batch_id uuid primary key,
  version integer not null,
  arrangement jsonb not null,
  sheets integer,
  skipped integer not null,
  documents integer not null,
  pages integer not null,
  changed_at timestamptz not null
);

create table desk.conversion_edit (
  edit_id uuid primary key,
  batch_id uuid not null,
  seq integer not null,
  what jsonb not null,
  person text not null,
  person_name text not null,
  at timestamptz not null,
  undone boolean not null
);
create unique index conversion_edit_seq on desk.conversion_edit (batch_id, seq);

create table desk.conversion_check (
  batch_id uuid primary key,
  round integer not null,
  office_id text collate "C" not null,
  person text not null,
  person_name text not null,
  opened_at timestamptz not null,
  plan jsonb not null,
  to_look_at jsonb not null
);
create index conversion_check_mine on desk.conversion_check (person);

create table desk.conversion_verdict (
  verdict_id uuid primary key,
  batch_id uuid not null,
  round integer not null,
  seq integer not null,
  document_id uuid not null,
  verdict jsonb not null,
  person text not null,
  at timestamptz not null,
  undone boolean not null
);
create unique index conversion_verdict_seq on desk.conversion_verdict (batch_id, round, seq);

-- Pages known to be bad, mixed into checks to measure how many a checker catches.
create table desk.conversion_planted (
  document_id uuid primary key,
  office_id text collate "C" not null,
  facts jsonb not null,
  reason text not null,
  added_at timestamptz not null
);
create index conversion_planted_office on desk.conversion_planted (office_id, document_id);
