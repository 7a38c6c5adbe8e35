-- The overview shows what got well last.
create index incident_resolved_last on incident (tenant, resolved_at desc, incident_id) where state = 'RESOLVED';
