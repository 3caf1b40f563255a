-- Which paper file a batch is made of, and the steps that its batches brought a paper file.

alter table record.conversion_batch add column paper_file_id uuid;
create index conversion_batch_paper on record.conversion_batch (paper_file_id) where paper_file_id is not null;
alter table record.paper_file_act add column line_batch text collate "C";
comment on column record.paper_file_act.line_batch is 'The number of the batch that brought this step; null for what a person said.';
