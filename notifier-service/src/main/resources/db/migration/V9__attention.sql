-- What people answered to an alert, on the first incident of those that are told together.
alter table incident add column acknowledged_at timestamptz;
alter table incident add column acknowledged_by text;
alter table incident add column snoozed_until timestamptz;
