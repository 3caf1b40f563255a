-- Who vouched for the pages of a batch: the four duties, and what they signed together.

create table record.signature (
  batch_id uuid not null,
  round integer not null,
  duty text collate "C" not null,
  office_id text collate "C" not null,
  digest text not null,
  person text not null,
  person_name text not null,
  position text,
  signed_at timestamptz not null,
  ticket bigint not null,
  primary key (batch_id, round, duty)
);

create table record.certification (
  batch_id uuid primary key,
  office_id text collate "C" not null,
  number text not null,
  certified_at timestamptz not null,
  documents integer not null,
  pages integer not null,
  digest text not null,
  duties jsonb not null,
  rules jsonb not null,
  ticket bigint not null
);
create unique index certification_number on record.certification (office_id, number);

-- Which documents a signer has opened before signing.
create table desk.certification_look (
  batch_id uuid not null,
  round integer not null,
  person text not null,
  document_id uuid not null,
  at timestamptz not null,
  primary key (batch_id, round, person, document_id)
);
-- Why a batch that everybody has signed is not certified.
create table desk.certification_trouble (
  batch_id uuid primary key,
  round integer not null,
  failed jsonb not null,
  at timestamptz not null
);
