-- Page text in lists. A sealed page has a place; for each four letters in a row of a page's key, page_list
-- holds the places of the pages that have them, in volumes of 65,536 places. A volume never changes until
-- it is sealed anew. Pages indexed since have no place: they stand in a small trigram index of their own.

alter table derived.page_key add column place integer;

-- A key holds its digits as they were read; sought are classes of digits that the recogniser mixes up.
drop index derived.page_key_text;
create index page_key_text on derived.page_key
  using gin (translate(key, '46789', '52355') gin_trgm_ops) where place is null;
create unique index page_key_sealed on derived.page_key (place) where place is not null;

-- Places within the volume in rising order, packed as the lists of names are.
create table derived.page_list (
  piece text collate "C" not null,
  volume integer not null,
  places bytea not null
);
alter table derived.page_list alter column places set storage external;
create unique index page_list_piece on derived.page_list (piece, volume);

-- What a person searches for again and again. A desk: nobody else sees it, and it has no legal effect.
create table desk.saved_search (
  saved_id uuid primary key,
  person_id uuid not null,
  name text not null,
  query jsonb not null,
  saved_at timestamptz not null
);
create index saved_search_person on desk.saved_search (person_id, saved_id);
