-- The picture asks for all readings up to a commit.
create index fact_reading on fact (desk, seq) where kind = 'reading';
