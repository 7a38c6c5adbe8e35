-- Whose credentials an incident is about: a dead connection is told once, by itself or by its accounts.
alter table incident add column connection uuid;
create index incident_open_by_connection on incident (connection) where open and connection is not null;
