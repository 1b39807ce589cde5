-- Feeds ask whether anything was recorded about alerts since they were last written.
create index fact_alert_change on fact (desk, seq) where kind in ('alert', 'trust', 'referenced');
