-- Since when somebody looks at an account: its first consent. The account's own row knows the newest consent only.
create table account_watch (
    account_key text primary key,
    tenant      text        not null,
    since       timestamptz not null
);
insert into account_watch (account_key, tenant, since)
    select account_key, tenant, connected_at from account where disconnected_at is null;

-- An account's history is read newest first, page by page.
create index incident_history on incident (tenant, account_key, opened_at desc, incident_id);
