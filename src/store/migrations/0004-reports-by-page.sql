-- What a page said last, and whether bytes came in before.
create index report_source on report (desk, source, seq);
create index report_hash on report (desk, hash);
