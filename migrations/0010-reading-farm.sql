-- Many machines read pages for many offices: whose turn it is, who read what, and whether it was right.

-- The lower the sooner: pages of one office have turns one after the other, offices run side by side.
alter table derived.page_reading add column turn bigint not null default 0;
-- The node that read it.
alter table derived.page_reading add column read_by text collate "C";

create index page_reading_turn on derived.page_reading (turn) where state = 'waiting';
create index page_reading_office_turn on derived.page_reading (office_id, turn) where state = 'waiting';
create index page_reading_read_at on derived.page_reading (read_at) where read_at is not null;

-- Readings taken at random and made again by another node.
create table derived.reading_check (
  page_id uuid not null,
  derived_key text collate "C" not null,
  office_id text collate "C" not null,
  read_by text collate "C",
  checked_by text collate "C" not null,
  -- Share 0 to 1 of the letters that differ.
  difference real not null,
  checked_at timestamptz not null,
  primary key (page_id, derived_key)
);
create index reading_check_read_by on derived.reading_check (read_by, checked_at);

-- A number on paper is looked up by any of the three numbers an employer has.
create index employer_juristic on record.employer (juristic_digits) where juristic_digits is not null;
create index employer_tax on record.employer (tax_digits) where tax_digits is not null;
