-- Numbers in lists, like names: an employer stands under every four digits of its numbers, at the place of its
-- present name. Those written since the refill have no place and stand in small trigram indexes.

alter table derived.employer_number add column place integer;

drop index derived.employer_number_account_part;
drop index derived.employer_number_juristic_part;
drop index derived.employer_number_tax_part;
create unique index employer_number_sealed on derived.employer_number (place) where place is not null;
create index employer_number_account_part on derived.employer_number using gin (account_no gin_trgm_ops) where place is null;
create index employer_number_juristic_part on derived.employer_number using gin (juristic gin_trgm_ops) where place is null;
create index employer_number_tax_part on derived.employer_number using gin (tax gin_trgm_ops) where place is null;
