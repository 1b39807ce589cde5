-- What became of a notice by a moment of the past: a state that was entered later is not told of then. 0: before this was written down.
alter table outbox add column changed_at bigint not null default 0;
