-- Incidents of one connection that began for one reason are told together, by the messages of the first, their lead.
-- Null, as an older replica writes it, means that an incident leads itself.
alter table incident add column lead uuid;
-- What they have in common; null where an incident is always told by itself.
alter table incident add column told_with text;
-- Which message of the lead tells of it: 0 for the first, then those of accounts that joined later.
alter table incident add column part int not null default 0;
alter table incident add column joined_at timestamptz;
-- Of a lead: it was certain from the start that all accounts of the connection stop, so its message names them all.
alter table incident add column stops_all boolean not null default false;
create index incident_open_told_with on incident (told_with, joined_at) where open and told_with is not null;
create index incident_by_lead on incident (lead) where lead is not null;

alter table delivery add column part int not null default 0;
alter table delivery drop constraint delivery_transition_check;
alter table delivery add constraint delivery_transition_check check (transition in ('OPENED', 'JOINED', 'REMINDED', 'RESOLVED'));
