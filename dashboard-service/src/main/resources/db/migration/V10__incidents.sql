-- What platforms say of incidents of their own; of no tenant.
create table platform_incident (
    incident_key text primary key,
    platform     text        not null,
    title        text        not null,
    link         text,
    published_at timestamptz not null,
    open         boolean     not null,
    event_at     timestamptz not null
);

-- What the search of the list of incidents looks at. Their documents are not read for it: they may hold what no text
-- column can.
alter table incident add column words text not null default '';
update incident set words = coalesce(
    (select account.words from account
     where account.account_key = incident.account_key and account.tenant = incident.tenant and account.words <> ''),
    split_part(account_key, '/', 2));
