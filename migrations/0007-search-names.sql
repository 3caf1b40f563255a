-- Names in lists. A refill gives every row of employer_key a place in the order of l2 and writes, for each
-- piece of three or four letters, the list of the places whose key holds it. Such a list never changes until
-- the next refill. Rows written since have no place: they stand in small trigram indexes of their own.

alter table derived.employer_key add column province text;
alter table derived.employer_key add column form text collate "C";
alter table derived.employer_key add column place integer;
alter table derived.employer_number add column form text collate "C";

drop index derived.employer_key_l2;
drop index derived.employer_key_l3;
drop index derived.employer_key_latin;
create index employer_key_written_since on derived.employer_key (core) where place is null;
create unique index employer_key_sealed on derived.employer_key (place) where place is not null;
create index employer_key_l2 on derived.employer_key using gin (l2 gin_trgm_ops) where place is null;
create index employer_key_l3 on derived.employer_key using gin (l3 gin_trgm_ops) where place is null and l3 <> '';
create index employer_key_latin on derived.employer_key using gin (latin gin_trgm_ops) where place is null and latin <> '';

-- One row: which refill made the lists, and how many places there are. None before the first refill.
create table derived.name_seal (
  generation xid8 not null default pg_current_xact_id(),
  places integer not null
);

-- Places in rising order, each as its distance from the one before in 7-bit groups, low first, the high bit
-- set on all but the last.
create table derived.name_list (
  piece text collate "C" not null,
  places bytea not null
);
-- Packed already: compressing would cost time and save nothing.
alter table derived.name_list alter column places set storage external;
create unique index name_list_piece on derived.name_list (piece);
