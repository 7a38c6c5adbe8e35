-- How each account is stands in its row, so that ten thousand can be counted, sorted and paged by the database.
-- 0 broken, 1 degraded, 2 fixing itself, 3 healthy; the same as Health.of says, which a test holds together.
alter table incident add column health smallint generated always as (
    case when actor = 'AUTOMATIC' or (actor = 'PLATFORM' and automatic_action = 'RETRY_WITH_BACKOFF') then 2
         when severity = 'CRITICAL' then 0
         else 1 end) stored;
create index incident_open_of_account on incident (account_key, health) where state = 'OPEN';
create index incident_worst_first on incident (tenant, health, opened_at desc) where state = 'OPEN';

-- Nobody can look at its accounts: it is dead, or its access ended and was not renewed.
alter table connection add column gives_no_access boolean generated always as (
    change = 'RECONNECT_REQUIRED'
    or (change = 'REFRESH_FAILED' and expires_at is not null and event_at >= expires_at)) stored;

-- Name, number, business and platform in lower case, a line each: searched, and sorted by name.
alter table account add column words text not null default '';
update account set words = lower(name || E'\n' || account_id || E'\n' || business_name || E'\n' || platform);
alter table account add column health smallint not null default 3;
update account set health = least(
    coalesce((select min(incident.health) from incident
              where incident.account_key = account.account_key and incident.tenant = account.tenant
                  and incident.state = 'OPEN'), 3),
    case when exists (select from connection
                      where connection.connection_id = account.connection_id and connection.tenant = account.tenant
                          and connection.gives_no_access) then 0 else 3 end);

drop index account_of_tenant;
create index account_worst_first on account (tenant, health, words) where disconnected_at is null;
create index account_by_platform on account (tenant, platform, health) where disconnected_at is null;
create index account_of_connection on account (connection_id) where disconnected_at is null;
