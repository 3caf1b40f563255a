-- What the line's record says over time, for the dashboard. Class derived: computed from the commits of the
-- line, in their own transactions, and again by a rebuild.

create table derived.line_event (
  ticket bigint primary key,
  batch_id uuid not null,
  office_id text collate "C" not null,
  -- The state that the batch is in from this moment.
  state text not null,
  round integer not null,
  at timestamptz not null,
  person text not null,
  pages integer not null,
  documents integer not null,
  rejected integer not null,
  reasons jsonb not null
);
create index line_event_office on derived.line_event (office_id, at);
create index line_event_at on derived.line_event (at);

create table derived.line_batch (
  batch_id uuid primary key,
  office_id text collate "C" not null,
  number text not null,
  account_no text collate "C",
  state text not null,
  since timestamptz not null,
  round integer not null,
  pages integer not null,
  documents integer not null,
  -- Who acted on it last.
  owner text not null
);
create index line_batch_state on derived.line_batch (office_id, state, since, batch_id);
