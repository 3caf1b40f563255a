-- The log of acts. Class record: changed by commits only, and rebuilt from the store.

create sequence record.ticket as bigint cache 1;

create table record.stream (
  stream text collate "C" primary key,
  version integer not null default 0,
  head bytea
);
comment on table record.stream is 'Where each stream stands: its last version and the digest of that commit.';

create table record.commit (
  sha256 bytea primary key,
  id uuid not null unique,
  kind text not null,
  ticket bigint not null,
  at timestamptz not null,
  office_id text not null,
  person text not null,
  person_name text not null,
  role text not null,
  streams integer not null
);
create index commit_ticket on record.commit (ticket);
create index commit_office_ticket on record.commit (office_id, ticket);
comment on table record.commit is 'One row per act; the act itself is the commit file of that digest.';

create table record.stream_version (
  stream text collate "C" not null,
  version integer not null,
  commit_sha256 bytea not null,
  primary key (stream, version)
);
comment on table record.stream_version is 'Which commit made which version; the primary key is the safety net of the stream lock.';

create table record.node (
  node text collate "C" primary key,
  public_key text not null,
  announced_at timestamptz not null,
  ticket bigint not null
);
comment on table record.node is 'Keys that seal commits, as announced by commits.';

create table desk.installation (
  one boolean primary key default true check (one),
  id uuid not null,
  store_id uuid,
  rebuilding boolean not null default false
);
comment on table desk.installation is 'Which installation this database is, and which store it claims.';

create table desk.act_input (
  id uuid primary key,
  input_sha256 bytea not null
);
comment on table desk.act_input is 'Digest of what an act was asked with, so that one id never means two things.';
