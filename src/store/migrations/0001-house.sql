-- The whole store of the first house. Every key leads with `desk` (a space: live or drill).
-- Instants are milliseconds since 1970 UTC: to_timestamp(at / 1000.0) shows one.
-- Nothing here that distributed PostgreSQL engines lack: no advisory locks, triggers, exclusion constraints or LISTEN.

-- One row per desk. Commits of facts lock it FOR UPDATE and take the next (seq, at) under the lock.
create table desk (
  desk text primary key,
  seq bigint not null,
  at bigint not null
);

-- How far decisions have come. Locked FOR UPDATE by the one who decides; apart from `desk`, so deciding does not block gathering.
create table decider (
  desk text primary key,
  seq bigint not null,
  -- People whose stay begins up to here have been looked at.
  at bigint not null
);

-- Bytes as a source gave them, by SHA-256 (hex).
create table blob (
  desk text not null,
  hash text not null,
  bytes bytea not null,
  primary key (desk, hash)
);

create table report (
  desk text not null,
  id text not null,
  hash text not null,
  source text not null,
  url text,
  type text,
  fetched_at bigint not null,
  by_operator text,
  size integer not null,
  seq bigint not null,
  at bigint not null,
  primary key (desk, id)
);

-- Append-only. `subject` is what the fact is about: an alert id, a triplet key, a report id or a person id.
create table fact (
  desk text not null,
  seq bigint not null,
  n integer not null,
  at bigint not null,
  kind text not null,
  subject text not null,
  valid_from bigint,
  valid_to bigint,
  body jsonb not null,
  primary key (desk, seq, n)
);
create index fact_at on fact (desk, at);
create index fact_subject on fact (desk, subject, seq);
create index fact_alert_open on fact (desk, valid_to) where kind = 'alert';
create index report_seq on report (desk, seq);

-- One row per revision of a person; each field is sealed under the person's own key.
create table person (
  desk text not null,
  id text not null,
  seq bigint not null,
  listed boolean not null,
  who bytea,
  how bytea,
  place bytea,
  primary key (desk, id, seq)
);
create index person_seq on person (desk, seq);

-- The person's key, wrapped by a master key that is never in here. Deleting the row erases the person in all revisions.
create table person_key (
  desk text not null,
  id text not null,
  wrapped bytea not null,
  primary key (desk, id)
);

-- Which master key sealed this store: notices a wrong key before anything is written with it.
create table key_check (
  one boolean primary key default true check (one),
  fingerprint text not null
);

create table notice (
  desk text not null,
  id text not null,
  person text not null,
  situation text not null,
  alert text,
  info integer,
  before text,
  kind text not null,
  why jsonb not null,
  changes jsonb not null,
  urgent boolean not null,
  made_at bigint not null,
  expires_at bigint not null,
  sentence text,
  seq bigint not null,
  primary key (desk, id)
);
create index notice_person on notice (desk, situation, person, seq);
create index notice_alert on notice (desk, alert, seq);
create index notice_seq on notice (desk, seq);

-- One row per notice and channel, written in the transaction of the decision.
create table outbox (
  desk text not null,
  notice text not null,
  channel text not null,
  rank integer not null,
  state text not null,
  urgent boolean not null,
  due_at bigint not null,
  lease_by text,
  lease_until bigint,
  attempts integer not null,
  words text,
  primary key (desk, notice, channel)
);
create index outbox_queued on outbox (desk, channel, urgent desc, due_at) where state = 'queued';
create index outbox_leased on outbox (desk, lease_until) where state = 'leased';

-- Written before the send (the lease) and completed after it.
create table attempt (
  desk text not null,
  notice text not null,
  channel text not null,
  n integer not null,
  started_at bigint not null,
  ended_at bigint,
  outcome text,
  words text,
  primary key (desk, notice, channel, n)
);

-- What the far side said, append-only.
create table receipt (
  desk text not null,
  notice text not null,
  channel text not null,
  n integer not null,
  kind text not null,
  at bigint not null,
  words text not null,
  primary key (desk, notice, channel, n)
);

create table operator_token (
  name text primary key,
  hash text not null unique,
  added_at bigint not null,
  revoked_at bigint
);

create table session (
  hash text primary key,
  operator text not null,
  made_at bigint not null,
  expires_at bigint not null
);
