-- Who hears of what was told there and nobody reacts to, and after how long; an empty list for nobody.
alter table destination add column escalate_to uuid[] not null default '{}';
alter table destination add column escalate_after_seconds bigint;
alter table route add column escalate_to uuid[] not null default '{}';
alter table route add column escalate_after_seconds bigint;

alter table delivery drop constraint delivery_transition_check;
alter table delivery add constraint delivery_transition_check
    check (transition in ('OPENED', 'JOINED', 'REMINDED', 'ESCALATED', 'RESOLVED'));
