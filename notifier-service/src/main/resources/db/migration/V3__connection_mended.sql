-- When each connection was last heard to work, or to be wanted no longer: what it suffered before that is no news, however
-- late it comes. One row for each connection; kept, because dead letters may be replayed at any time.
create table connection_mended (
    connection uuid primary key,
    at timestamptz not null
);
