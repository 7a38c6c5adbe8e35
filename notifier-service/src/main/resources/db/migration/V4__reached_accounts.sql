-- What each connection reaches, so that a message about a connection can say how much it stops.
create table reached_account (
    account text primary key,
    connection uuid not null,
    name text not null
);
create index reached_account_by_connection on reached_account (connection);
