-- The connection that this consent is to renew; null for a first one. No reference: one that is gone is told so.
alter table consent_attempt
    add column connection_id uuid;

-- What a person may do next at the end of a consent, from the same browser, once: ask again, or keep a grant that brings
-- less than there was. Holds hashes only, and the grant sealed by the vault for this choice.
create table open_choice (
    choice_hash     text        primary key,
    browser_hash    text        not null,
    tenant          text        not null,
    platform        text        not null,
    kind            text        not null,
    connection_id   uuid,
    sealed_grant    bytea,
    expires_at      timestamptz not null,
    used_at         timestamptz
);
create index open_choice_age on open_choice (expires_at);

-- Whose connection ended lately: tokens that a refresh brings too late are given back only where nothing of the same
-- login would end with them.
create table ended_connection (
    connection_id   uuid        primary key,
    identity        text        not null,
    ended_at        timestamptz not null
);
create index ended_connection_age on ended_connection (ended_at);
