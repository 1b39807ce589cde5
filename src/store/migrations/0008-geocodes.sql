-- Shapes that geocodes stand for, as JSON under its SHA-256 (hex): a county that a thousand alerts name is kept once.
create table shape (
  desk text not null,
  hash text not null,
  json text not null,
  primary key (desk, hash)
);

-- Files of shapes that an operator imported, numbered from 1.
create table geocode_import (
  desk text not null,
  n integer not null,
  scheme text not null,
  source text not null,
  edition text not null,
  at bigint not null,
  primary key (desk, n)
);

-- What each code stands for now, by the import that said it last. `scheme` is the key that all its spellings share.
create table geocode (
  desk text not null,
  scheme text not null,
  code text not null,
  name text not null,
  shape text not null,
  import integer not null,
  primary key (desk, scheme, code)
);

-- What is resolved bears on an alert as well.
drop index fact_alert_change;
create index fact_alert_change on fact (desk, seq) where kind in ('alert', 'trust', 'referenced', 'resolved');
