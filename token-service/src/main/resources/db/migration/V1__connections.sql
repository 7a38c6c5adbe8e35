-- One consent of one person or business to one platform. Its accounts share its tokens.
create table connection (
    id              uuid primary key,
    tenant          text        not null,
    platform        text        not null,
    kind            text        not null,
    -- The platform's own id of who consented: the same one connecting again is a reconnect.
    identity        text        not null,
    business_name   text        not null,
    granted_scopes  text[]      not null,
    state           text        not null check (state in ('CONNECTED', 'RECONNECT_REQUIRED')),
    -- Sealed by the vault for this id.
    sealed_tokens   bytea       not null,
    -- Grows with every set of tokens. An outcome that was won with an older set is not applied: this is the fence.
    generation      bigint      not null,
    connected_at    timestamptz not null,
    issued_at       timestamptz not null,
    expires_at      timestamptz,
    -- When to refresh next. Null: these tokens cannot be refreshed, or only a person can help.
    refresh_at      timestamptz,
    -- Why a refresh is wanted before its time, and the trace that asked for it.
    refresh_wanted  text,
    refresh_trace   text,
    refresh_failures integer    not null default 0,
    -- Until then one replica is calling the platform for this row.
    leased_until    timestamptz,
    unique (tenant, platform, kind, identity)
);
create index connection_due on connection (refresh_at) where refresh_at is not null;

create table reached_account (
    connection_id   uuid        not null references connection on delete cascade,
    account_key     text        not null,
    name            text        not null,
    primary key (connection_id, account_key)
);
create index reached_account_by_key on reached_account (account_key);

-- A person who was sent to a consent page. Holds hashes only: a reader of this table cannot answer for anybody.
create table consent_attempt (
    state_hash      text        primary key,
    browser_hash    text        not null,
    tenant          text        not null,
    platform        text        not null,
    kind            text        not null,
    expires_at      timestamptz not null,
    used_at         timestamptz
);

-- Events that happened and are not on Kafka yet.
create table outbox (
    position        bigint generated always as identity primary key,
    topic           text        not null,
    record_key      text        not null,
    -- JSON object of header name to text.
    headers         text        not null,
    -- Null: a tombstone.
    value           bytea,
    written_at      timestamptz not null
);
create index outbox_by_key on outbox (topic, record_key, position);

-- Ids of remediations that were acted upon, so that a repeat changes nothing.
create table handled_event (
    event_id        text        primary key,
    handled_at      timestamptz not null
);
create index handled_event_age on handled_event (handled_at);
