-- How often a destination gets a summary, when the next one is due, and since when it had none.
alter table destination add column digest text not null default 'NONE' check (digest in ('NONE', 'DAILY', 'WEEKLY'));
alter table destination add column digest_due_at timestamptz;
alter table destination add column digest_since timestamptz;
create index destination_digest_due on destination (digest_due_at) where digest_due_at is not null;
create index delivery_by_destination on delivery (destination, incident) where transition in ('OPENED', 'ESCALATED');
