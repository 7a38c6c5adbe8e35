-- By what a tenant calls its accounts, so that one route reaches many of them. An account without labels has no row.
create table account_labels (
    tenant text not null,
    account text not null,
    labels text[] not null,
    primary key (tenant, account)
);

-- One of these is enough; an empty list asks for nothing.
alter table route add column labels text[] not null default '{}';
