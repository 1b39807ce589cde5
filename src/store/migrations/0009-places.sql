-- Places of the operator's own: one row for each revision of one, sealed; null when it is listed no more. `id` is a keyed hash.
create table place (
  desk text not null,
  id text not null,
  seq bigint not null,
  sealed bytea,
  primary key (desk, id, seq)
);
