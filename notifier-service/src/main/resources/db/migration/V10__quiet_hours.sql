-- When a destination wants to hear nothing, by the clocks of its place; null where it always hears.
alter table destination add column zone text;
alter table destination add column quiet_from time;
alter table destination add column quiet_to time;
alter table destination add column critical_breaks_quiet boolean not null default true;

-- When a message would leave if nobody wanted it to wait; null where it does not wait.
alter table delivery add column wanted_at timestamptz;
