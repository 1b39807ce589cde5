-- Places of the operator's own: one row for each revision of one, as JSON; null when it is listed no more. No word of anybody is in it.
create table place (
  desk text not null,
  ref text not null,
  seq bigint not null,
  json text,
  primary key (desk, ref, seq)
);
