-- What leaves the office, what is covered on the way, and what people write beside a page.
-- `office_id` is the office responsible for the employer when the act was taken.

create table record.copy (
  copy_id uuid primary key,
  account_no text collate "C" not null,
  office_id text collate "C" not null,
  -- Which pages of which documents: [{documentId, from, to}].
  documents jsonb not null,
  pages integer not null,
  form text collate "C" not null,
  covered boolean not null,
  marked boolean not null,
  purpose text collate "C" not null,
  activity text collate "C",
  reference text,
  issued_at timestamptz not null,
  issued_to text not null,
  issued_to_name text not null,
  ticket bigint not null
);
create index copy_account on record.copy (account_no, ticket);

-- A page with parts of it burnt black, as a blob of its own; the master stays what it is.
create table record.redacted_page (
  redaction_id uuid not null,
  page_id uuid not null,
  document_id uuid not null,
  account_no text collate "C" not null,
  office_id text collate "C" not null,
  boxes jsonb not null,
  sha256 text not null,
  media_type text not null,
  reason text collate "C" not null,
  note text not null,
  made_at timestamptz not null,
  made_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  ticket bigint not null,
  primary key (redaction_id, page_id)
);
create index redacted_page_page on record.redacted_page (page_id, ticket);
create index redacted_page_document on record.redacted_page (document_id);

create table record.page_note (
  note_id uuid primary key,
  page_id uuid not null,
  document_id uuid not null,
  account_no text collate "C" not null,
  office_id text collate "C" not null,
  -- In fractions of the page as shown.
  x double precision not null,
  y double precision not null,
  words text not null,
  written_at timestamptz not null,
  person text not null,
  person_name text not null,
  changed_at timestamptz,
  removed_at timestamptz,
  ticket bigint not null
);
create index page_note_document on record.page_note (document_id);
