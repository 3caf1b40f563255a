-- The class of a table is the schema it lives in; roles, rebuild and backup follow the class.
create schema record;
comment on schema record is 'Changed by commits only, through apply. Can be rebuilt from the record store.';

create schema derived;
comment on schema derived is 'Computed from records (recognized text, search). May be lost; jobs fill it again.';

create schema desk;
comment on schema desk is 'Work in progress: drafts, imports, preferences. Durable, but not law; not in the record store.';

create schema secret;
comment on schema secret is 'Sign-in material. Never exported, never in a digest, never shown.';

-- Trigrams find candidates for a misspelt name.
create extension if not exists pg_trgm with schema public;
