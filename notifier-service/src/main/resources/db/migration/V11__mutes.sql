-- What a tenant does not want to be told of. Null fits all.
create table mute (
    id uuid primary key,
    tenant text not null,
    account text,
    cause text,
    platform text,
    -- Null until somebody ends it.
    until timestamptz,
    why text,
    created_at timestamptz not null
);
create index mute_by_tenant on mute (tenant);

-- The mute that keeps a message from leaving; null where none does.
alter table delivery add column muted_by uuid;
create index delivery_waiting_by_tenant on delivery (tenant) where state = 'PENDING';
