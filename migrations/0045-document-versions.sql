-- What is said of a filed document can be corrected; its pages cannot. What was said before stays.

alter table record.document add column version integer not null default 1;

-- One row a correction. Version 1 is what was filed: `before` of version 2.
create table record.document_version (
  document_id uuid not null,
  version integer not null,
  account_no text collate "C" not null,
  -- The office responsible for the employer when the act was taken.
  office_id text collate "C" not null,
  before jsonb not null,
  after jsonb not null,
  act_id uuid not null,
  reason text,
  undoes uuid,
  restores integer,
  corrected_at timestamptz not null,
  corrected_by text not null,
  ticket bigint not null,
  primary key (document_id, version)
);
create index document_version_account on record.document_version (account_no, ticket);
create index document_version_act on record.document_version (act_id);
