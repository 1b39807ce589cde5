-- Notices that one person gets in one message: those of a letter that are due on a channel go together, in this order. Each keeps its own
-- rows in the outbox, so that each is told, ended and replaced by itself. Null for a notice that goes alone.
alter table notice add column letter text;
alter table notice add column part integer not null default 0;
create index notice_letter on notice (desk, letter) where letter is not null;
