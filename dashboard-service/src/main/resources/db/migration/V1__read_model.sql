-- The read model: what the topics say, and nothing that they do not. It can be dropped and read again from them.
-- event_id and event_at are those of the newest event in a row; a row never goes back in time.

create table account (
    account_key     text primary key,
    tenant          text        not null,
    platform        text        not null,
    account_id      text        not null,
    name            text        not null,
    business_name   text        not null,
    kind            text        not null,
    connection_id   uuid,
    connected_at    timestamptz not null,
    -- A disconnected account keeps its key and time, so that a late event cannot revive it, and nothing else.
    disconnected_at timestamptz,
    event_id        text        not null,
    event_at        timestamptz not null
);
create index account_of_tenant on account (tenant) where disconnected_at is null;

create table connection (
    connection_id uuid primary key,
    tenant        text        not null,
    platform      text        not null,
    change        text        not null,
    reason        text,
    expires_at    timestamptz,
    event_id      text        not null,
    event_at      timestamptz not null
);

create table incident (
    incident_id      uuid primary key,
    tenant           text        not null,
    account_key      text        not null,
    resource         text        not null,
    cause            text        not null,
    actor            text        not null,
    severity         text        not null,
    automatic_action text        not null,
    state            text        not null,
    opened_at        timestamptz not null,
    resolved_at      timestamptz,
    resolved_because text,
    occurrences      bigint      not null,
    -- The incident as the event told it.
    document         json        not null,
    event_id         text        not null,
    event_at         timestamptz not null
);
create index incident_open on incident (tenant, opened_at desc) where state = 'OPEN';
create index incident_newest on incident (tenant, opened_at desc);
create index incident_of_account on incident (tenant, account_key, resolved_at desc);

create table incident_transition (
    event_id    text primary key,
    tenant      text        not null,
    incident_id uuid        not null,
    transition  text        not null,
    note        text,
    event_at    timestamptz not null
);
create index transition_of_incident on incident_transition (incident_id, event_at);

create table alert (
    delivery_id text primary key,
    tenant      text        not null,
    incident_id uuid        not null,
    transition  text        not null,
    channel     text        not null,
    recipient   text        not null,
    outcome     text        not null,
    reason      text,
    attempts    integer     not null,
    event_id    text        not null,
    event_at    timestamptz not null
);
create index alert_of_incident on alert (incident_id, event_at);
