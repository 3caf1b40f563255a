-- How an office samples its batches: each choice is a version, the highest holds. No row: the office's seed.
create table record.conversion_sampling (
  office_id text collate "C" not null,
  version integer not null,
  choice jsonb not null,
  chosen_at timestamptz not null,
  chosen_by text not null,
  ticket bigint not null,
  primary key (office_id, version)
);
