-- The address whose reader said that mail is welcome. Mailboxes that are there already are taken to be.
alter table destination add column confirmed_mailbox text;
update destination set confirmed_mailbox = recipient where kind = 'EMAIL';

-- Mails that ask a mailbox's reader. Kept for a day, also where the destination is deleted, so that nobody makes AdSkull
-- ask a stranger again and again.
create table confirmation_request (
    id uuid primary key,
    destination uuid not null,
    tenant text not null,
    mailbox text not null,
    asked_at timestamptz not null,
    -- When sending it is tried (again); null when it was sent or refused.
    send_at timestamptz
);
create index confirmation_request_by_tenant on confirmation_request (tenant, asked_at);
create index confirmation_request_unsent on confirmation_request (send_at) where send_at is not null;
