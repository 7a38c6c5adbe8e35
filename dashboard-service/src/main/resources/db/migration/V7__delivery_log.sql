-- Every message of a tenant, the newest first.
create index alert_newest on alert (tenant, event_at desc, delivery_id);
