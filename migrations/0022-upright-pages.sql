-- How a filed page is shown: the recipe of the scanning station over a master that nobody touches.
-- Both clockwise; pages filed before stand as they were scanned.

alter table record.page add column turn smallint not null default 0;
alter table record.page add column straighten double precision not null default 0;
