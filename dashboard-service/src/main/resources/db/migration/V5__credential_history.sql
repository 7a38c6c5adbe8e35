-- What happened to each connection's credentials. How much is kept is said where it is written: ProjectCredentials.
create table credential_change (
    event_id      text primary key,
    tenant        text        not null,
    connection_id uuid        not null,
    platform      text        not null,
    change        text        not null,
    reason        text,
    -- When the access ends that this change speaks of: the new one's, the failed one's, or the consent's.
    expires_at    timestamptz,
    event_at      timestamptz not null
);
create index credential_change_of_connection on credential_change (tenant, connection_id, event_at desc, event_id desc);

-- Null until the account was told again: which scopes its consent gave was not kept before.
alter table account add column granted_scopes text[];
