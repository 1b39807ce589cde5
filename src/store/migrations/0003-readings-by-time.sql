-- The picture asks for the readings of the weeks around a moment, not for all there ever were.
drop index fact_reading;
create index fact_reading on fact (desk, valid_from) where kind = 'reading';
