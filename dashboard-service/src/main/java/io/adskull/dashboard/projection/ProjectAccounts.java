package io.adskull.dashboard.projection;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Connected accounts. A tombstone disconnects; what was connected before it stays forgotten.
@ApplicationScoped
public class ProjectAccounts {
    private static final Logger LOG = Logger.getLogger(ProjectAccounts.class);

    /// Of two events of one moment the one that the topic holds later counts.
    private static final String NEWER = " where excluded.event_at > account.event_at"
            + " or (excluded.event_at = account.event_at and excluded.event_id <> account.event_id)";

    private static final String CONNECT = """
            insert into account (account_key, tenant, platform, account_id, name, business_name, kind, connection_id,
                connected_at, disconnected_at, event_id, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?, ?)
            on conflict (account_key) do update set tenant = excluded.tenant, name = excluded.name,
                business_name = excluded.business_name, kind = excluded.kind, connection_id = excluded.connection_id,
                connected_at = excluded.connected_at, disconnected_at = null,
                event_id = excluded.event_id, event_at = excluded.event_at
            """ + NEWER;

    private static final String DISCONNECT = """
            insert into account (account_key, tenant, platform, account_id, name, business_name, kind, connection_id,
                connected_at, disconnected_at, event_id, event_at)
            values (?, ?, ?, ?, '', '', '', null, ?, ?, ?, ?)
            on conflict (account_key) do update set name = '', business_name = '', connection_id = null,
                disconnected_at = excluded.disconnected_at,
                event_id = excluded.event_id, event_at = excluded.event_at
            """ + NEWER;

    /// A new consent does not begin it anew; another tenant's account is another account.
    private static final String WATCH = """
            insert into account_watch (account_key, tenant, since) values (?, ?, ?)
            on conflict (account_key) do update set tenant = excluded.tenant,
                since = case when account_watch.tenant = excluded.tenant
                    then least(account_watch.since, excluded.since) else excluded.since end
            """;

    private static final String UNWATCH = "delete from account_watch where account_key = ?";

    private final ProjectRecords records;

    ProjectAccounts(ProjectRecords records) {
        this.records = records;
    }

    @Incoming("accounts")
    @Blocking
    public void project(ConsumerRecord<String, byte[]> record) {
        records.take(Topic.ACCOUNTS, record, this::apply);
    }

    private Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        return arrival.value().isEmpty() ? disconnect(arrival, readModel) : connect(arrival, readModel);
    }

    private Optional<Change> connect(Arrival arrival, ReadModel readModel) throws SQLException {
        CloudEvent envelope = arrival.envelope();
        ConnectedAccount connected = arrival.read(ConnectedAccount.class);
        AccountKey account = connected.account();
        boolean news = readModel.write(
                CONNECT,
                account.toString(),
                connected.tenant(),
                account.platform().id(),
                account.accountId(),
                connected.name(),
                connected.businessName(),
                connected.kind(),
                connected.connection().value(),
                connected.connectedAt(),
                envelope.id(),
                envelope.time());
        if (!news) {
            return Optional.empty();
        }
        readModel.write(WATCH, account.toString(), connected.tenant(), connected.connectedAt());
        return told("Account connected", account, connected.tenant());
    }

    /// A tombstone needs no envelope: tools that write one by hand give none.
    private Optional<Change> disconnect(Arrival arrival, ReadModel readModel) throws SQLException {
        AccountKey account = AccountKey.parse(
                arrival.key().orElseThrow(() -> new UnreadableEvent("a tombstone's key must be an account key")));
        Instant at =
                arrival.headers().containsKey("ce_time") ? arrival.envelope().time() : arrival.at();
        String tenant = arrival.headers().getOrDefault("ce_tenant", "");
        String id = arrival.headers().getOrDefault("ce_id", account + "/disconnected/" + at);
        boolean news = readModel.write(
                DISCONNECT, account.toString(), tenant, account.platform().id(), account.accountId(), at, at, id, at);
        if (!news) {
            return Optional.empty();
        }
        readModel.write(UNWATCH, account.toString());
        return told("Account disconnected", account, tenant);
    }

    private static Optional<Change> told(String what, AccountKey account, String tenant) {
        LOG.infof("%s: %s of tenant %s", what, account, tenant);
        return Optional.of(new Change(tenant, account.toString(), null));
    }
}
