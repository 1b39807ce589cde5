-- How often somebody began to read a report and was not heard of again: one that killed its reader must not kill each start.
alter table report add column begun integer not null default 0;
