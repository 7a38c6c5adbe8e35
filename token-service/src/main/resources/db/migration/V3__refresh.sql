-- The write-ahead record of a refresh: who goes to the platform with the tokens of this generation. It is committed
-- before the platform is asked and taken back with the outcome; until then nobody knows whether the refresh token is
-- used up. `leased_until` is a time of the database's clock.
alter table connection
    add column leased_by             text,
    -- An attempt with the present tokens ended without an outcome: its answer may have been lost.
    add column in_doubt              boolean     not null default false,
    -- Refusals of the present refresh token that the platform's words leave in doubt.
    add column doubtful_refusals     integer     not null default 0,
    -- Null: the access token is good for what is left of its life even when the connection must be reconnected.
    add column access_refused_at     timestamptz,
    -- After that only a new consent helps, and no machine can move it.
    add column grant_ends_at         timestamptz,
    add column next_announcement_at  timestamptz;

create index connection_to_announce on connection (next_announcement_at) where next_announcement_at is not null;
