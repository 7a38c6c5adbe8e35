-- Which events were treated, so that a redelivered one changes nothing. Kept longer than Kafka keeps the events.
create table seen_event (
    id text primary key,
    seen_at timestamptz not null
);
create index seen_event_by_age on seen_event (seen_at);

-- The newest transition of each incident, as it came: what a message says is read here at the moment it is sent.
create table incident (
    id uuid primary key,
    account text not null,
    open boolean not null,
    remediation bytea not null,
    changed_at timestamptz not null
);
create index incident_open_by_account on incident (account) where open;

-- The outbox: one row for each message to each destination.
create table delivery (
    id uuid primary key,
    -- The order in which decisions were made; within one incident and destination messages leave in this order.
    position bigint generated always as identity,
    incident uuid not null references incident (id),
    account text not null,
    tenant text not null,
    transition text not null check (transition in ('OPENED', 'RESOLVED')),
    -- The destination's name, never its address: a webhook's address is a secret.
    destination text not null,
    state text not null check (state in ('PENDING', 'SENDING', 'DELIVERED', 'GAVE_UP', 'CANCELLED')),
    -- Held back because AdSkull is mending it by itself.
    held boolean not null,
    due_at timestamptz not null,
    attempts int not null,
    first_attempt_at timestamptz,
    attempted_at timestamptz,
    -- Who is sending it, or did last.
    lease_owner text,
    lease_until timestamptz,
    problem text,
    trace_parent text,
    occurred_at timestamptz not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    -- What the event on the topic `alerts` says, kept because destinations and incidents change.
    channel text not null,
    recipient text not null,
    subject text,
    announced boolean not null default false
);
create index delivery_due on delivery (due_at) where state = 'PENDING';
create index delivery_leased on delivery (lease_until) where state = 'SENDING';
create index delivery_in_order on delivery (incident, destination, position) where state in ('PENDING', 'SENDING');
create index delivery_by_incident on delivery (incident);
create index delivery_to_announce on delivery (finished_at) where state in ('DELIVERED', 'GAVE_UP') and not announced;
create index delivery_finished on delivery (finished_at) where finished_at is not null;
