-- Where a tenant wants to hear.
create table destination (
    id uuid primary key,
    tenant text not null,
    -- What the tenant calls it.
    name text not null,
    kind text not null check (kind in ('SLACK', 'SLACK_BOT', 'EMAIL', 'WEBHOOK')),
    -- What people may see of its address: a channel's name, an address, a host.
    recipient text not null,
    -- Its address and secret, sealed for this id.
    sealed bytea not null,
    -- Whether it hears what no route sends anywhere.
    hears_rest boolean not null,
    created_at timestamptz not null,
    -- Since when nothing is sent to it, because its receiver is gone, and what the receiver said.
    off_at timestamptz,
    off_why text,
    unique (tenant, name)
);

-- Receivers that refused for good, by the outbox's name of their destination, until they work again. Told once each.
create table gone_receiver (
    destination text primary key,
    why text not null,
    since timestamptz not null,
    -- When telling of it is tried (again); null when it was told.
    tell_at timestamptz
);

-- What a tenant wants to be heard where. An empty list asks for nothing: every value fits.
create table route (
    id uuid primary key,
    tenant text not null,
    name text not null,
    platforms text[] not null,
    accounts text[] not null,
    causes text[] not null,
    actors text[] not null,
    severities text[] not null,
    destinations uuid[] not null,
    created_at timestamptz not null,
    unique (tenant, name)
);
