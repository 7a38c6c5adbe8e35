-- Which dead letters somebody published again. Of nobody's tenant: the SaaS's own people did it.
create table replayed (
    -- Of the dead letter itself, the topic without the environment's prefix.
    topic           text        not null,
    topic_partition integer     not null,
    topic_offset    bigint      not null,
    replayed_by     text        not null,
    replayed_at     timestamptz not null,
    times           integer     not null,
    primary key (topic, topic_partition, topic_offset)
);

create index incident_unknown on incident (event_at) where cause = 'UNKNOWN';
