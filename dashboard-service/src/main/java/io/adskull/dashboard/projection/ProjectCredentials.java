package io.adskull.dashboard.projection;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.Topic;
import io.adskull.contract.credential.CredentialChange;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/// How each connection's credentials are: the newest change counts.
@ApplicationScoped
public class ProjectCredentials {
    private static final String CONNECTION = """
            insert into connection (connection_id, tenant, platform, change, reason, expires_at, event_id, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (connection_id) do update set change = excluded.change, reason = excluded.reason,
                expires_at = excluded.expires_at, event_id = excluded.event_id, event_at = excluded.event_at
            where connection.tenant = excluded.tenant
                and (excluded.event_at > connection.event_at
                    or (excluded.event_at = connection.event_at and excluded.event_id <> connection.event_id))
            """;

    private final ProjectRecords records;

    ProjectCredentials(ProjectRecords records) {
        this.records = records;
    }

    @Incoming("credentials")
    @Blocking
    public void project(ConsumerRecord<String, byte[]> record) {
        records.take(Topic.CREDENTIALS, record, this::apply);
    }

    private Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        CloudEvent envelope = arrival.envelope();
        CredentialChange change = arrival.read(CredentialChange.class);
        Detail detail = Detail.of(change);
        boolean news = readModel.write(
                CONNECTION,
                change.connection().value(),
                change.tenant(),
                change.platform().id(),
                detail.word(),
                detail.reason(),
                detail.expiresAt(),
                envelope.id(),
                change.at());
        return news ? Optional.of(new Change(change.tenant(), null, null)) : Optional.empty();
    }

    private record Detail(
            String word, @Nullable String reason, @Nullable Instant expiresAt) {
        static Detail of(CredentialChange change) {
            return switch (change) {
                case CredentialChange.Refreshed r -> new Detail("REFRESHED", null, r.expiresAt());
                case CredentialChange.RefreshFailed f -> new Detail("REFRESH_FAILED", f.reason(), null);
                case CredentialChange.Expiring e -> new Detail("EXPIRING", null, e.expiresAt());
                case CredentialChange.ReconnectRequired r -> new Detail("RECONNECT_REQUIRED", r.reason(), null);
                case CredentialChange.Reconnected r -> new Detail("RECONNECTED", null, r.expiresAt());
                case CredentialChange.Disconnected d -> new Detail("DISCONNECTED", null, null);
            };
        }
    }
}
