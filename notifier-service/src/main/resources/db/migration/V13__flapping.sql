-- What broke: account, cause and resource, the same each time it breaks again. Null for what was heard before this.
alter table incident add column alike text;
alter table incident add column opened_at timestamptz;
-- How often it had come and gone before, and since when; 0 unless it comes and goes.
alter table incident add column came_and_went int not null default 0;
alter table incident add column comes_and_goes_since timestamptz;
create index incident_over_alike on incident (alike, changed_at) where not open and alike is not null;
