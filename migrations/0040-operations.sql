-- What administrators do with the queues of jobs. Class desk: it has no legal effect, and a rebuild leaves it.

create table desk.queue_act (
  act_id uuid primary key,
  at timestamptz not null,
  act text collate "C" not null,
  queue text collate "C" not null,
  person text not null,
  person_name text not null,
  reason text,
  -- How many jobs it moved.
  jobs integer not null,
  -- The job that was dropped: {payload, code, message}.
  dropped jsonb,
  -- The act by which a dropped job was done after all.
  redone_by uuid
);
create index queue_act_queue on desk.queue_act (queue, at, act_id);
comment on table desk.queue_act is 'Who paused, resumed, retried or dropped what, when and why. Rows are added and never changed but for redone_by.';

create table desk.paused_queue (
  queue text collate "C" primary key,
  act_id uuid not null references desk.queue_act (act_id)
);
comment on table desk.paused_queue is 'Queues from which no process takes jobs, each with the act that paused it. Every process looks every second.';
