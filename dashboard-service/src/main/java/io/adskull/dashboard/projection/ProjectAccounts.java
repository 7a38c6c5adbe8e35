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
import java.util.Locale;
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

    /// An event that was taken before its scopes were kept gives them when it is repeated.
    private static final String OR_FULLER =
            " or (excluded.event_id = account.event_id and account.granted_scopes is null)";

    private static final String CONNECT = """
            insert into account (account_key, tenant, platform, account_id, name, business_name, kind, connection_id,
                words, granted_scopes, connected_at, disconnected_at, event_id, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as text[]), ?, null, ?, ?)
            on conflict (account_key) do update set tenant = excluded.tenant, name = excluded.name,
                business_name = excluded.business_name, kind = excluded.kind, connection_id = excluded.connection_id,
                words = excluded.words, granted_scopes = excluded.granted_scopes,
                connected_at = excluded.connected_at, disconnected_at = null,
                event_id = excluded.event_id, event_at = excluded.event_at
            """ + NEWER + OR_FULLER;

    private static final String DISCONNECT = """
            insert into account (account_key, tenant, platform, account_id, name, business_name, kind, connection_id,
                connected_at, disconnected_at, event_id, event_at)
            values (?, ?, ?, ?, '', '', '', null, ?, ?, ?, ?)
            on conflict (account_key) do update set name = '', business_name = '', words = '', connection_id = null,
                granted_scopes = null,
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

    Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        return arrival.value().isEmpty() ? disconnect(arrival, readModel) : connect(arrival, readModel);
    }

    private Optional<Change> connect(Arrival arrival, ReadModel readModel) throws SQLException {
        CloudEvent envelope = arrival.envelope();
        ConnectedAccount connected = arrival.read(ConnectedAccount.class);
        AccountKey account = connected.account();
        JudgeAccounts.lockAccount(readModel, account.toString());
        JudgeAccounts.lockConnection(readModel, connected.connection().value());
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
                words(connected),
                connected.grantedScopes(),
                connected.connectedAt(),
                envelope.id(),
                envelope.time());
        JudgeAccounts.ofAccount(readModel, account.toString());
        if (!news) {
            return Optional.empty();
        }
        readModel.write(WATCH, account.toString(), connected.tenant(), connected.connectedAt());
        return told("Account connected", account, connected.tenant());
    }

    /// What a search looks at, the name first, for it also decides the order.
    private static String words(ConnectedAccount connected) {
        return String.join(
                        "\n",
                        connected.name(),
                        connected.account().accountId(),
                        connected.businessName(),
                        connected.account().platform().displayName())
                .toLowerCase(Locale.ROOT);
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
