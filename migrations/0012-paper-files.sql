-- The paper side: which paper files are expected, where each stands, and what happened to it. office_id is
-- the office on whose shelves the paper belongs. Class record.

create table record.paper_file (
  paper_file_id uuid primary key,
  account_no text collate "C" not null,
  branch_no text collate "C" not null,
  volume_no integer not null,
  office_id text collate "C" not null,
  state text not null,
  building text not null,
  shelf text not null,
  box text not null,
  place_sort text collate "C" not null,
  condition text not null,
  lent_to text,
  due_on date,
  changed_at timestamptz not null,
  changed_by text not null,
  ticket bigint not null
);
comment on column record.paper_file.place_sort is 'Building, shelf and box with their numbers padded, so that shelf 2 comes before shelf 12.';
create index paper_file_place on record.paper_file (office_id, place_sort, account_no, volume_no, paper_file_id);
create index paper_file_account on record.paper_file (account_no, branch_no, volume_no);
create index paper_file_state on record.paper_file (office_id, state, place_sort, account_no, volume_no, paper_file_id);

create table record.paper_file_act (
  paper_file_id uuid not null,
  ticket bigint not null,
  act_id uuid not null,
  office_id text collate "C" not null,
  state text not null,
  building text not null,
  shelf text not null,
  box text not null,
  condition text not null,
  lent_to text,
  due_on date,
  reason text,
  undoes uuid,
  acted_at timestamptz not null,
  acted_by text not null,
  primary key (paper_file_id, ticket)
);
comment on table record.paper_file_act is 'Each act on a paper file, and how it stood after it.';
create index paper_file_act_act on record.paper_file_act (act_id);
