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

/// How each connection's credentials are: the newest change counts. The consent's end stands beside it until
/// somebody connects again; a refresh moves it only where it tells another. Each change is kept as history too, as long
// as it may help:
/// 90 days, and of the renewals that went well, which are many, the newest 200 of a connection.
@ApplicationScoped
public class ProjectCredentials {
    private static final String CONNECTION = """
            insert into connection
                (connection_id, tenant, platform, name, asked_by, change, reason, expires_at, ends_at, event_id, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (connection_id) do update set
                change = case excluded.change when 'EXPIRING' then connection.change else excluded.change end,
                reason = case excluded.change when 'EXPIRING' then connection.reason else excluded.reason end,
                expires_at = case excluded.change when 'EXPIRING' then connection.expires_at else excluded.expires_at end,
                name = coalesce(excluded.name, connection.name),
                asked_by = case excluded.change when 'RECONNECTED' then excluded.asked_by else connection.asked_by end,
                ends_at = case when excluded.change in ('RECONNECTED', 'DISCONNECTED') then excluded.ends_at
                               else coalesce(excluded.ends_at, connection.ends_at) end,
                event_id = excluded.event_id, event_at = excluded.event_at
            where connection.tenant = excluded.tenant
                and (excluded.event_at > connection.event_at
                    or (excluded.event_at = connection.event_at and excluded.event_id <> connection.event_id))
            """;

    private static final String HISTORY = """
            insert into credential_change
                (event_id, tenant, connection_id, platform, change, reason, expires_at, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (event_id) do nothing
            """;

    /// Measured from the newest change, not from now, so that reading the topic again keeps the same.
    private static final String FORGET = """
            with kept as (select * from credential_change where tenant = ? and connection_id = ?)
            delete from credential_change where event_id in (
                (select event_id from kept where event_at < (select max(event_at) from kept) - interval '90 days')
                union all
                (select event_id from kept where change = 'REFRESHED' order by event_at desc, event_id desc offset 200))
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

    Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        CloudEvent envelope = arrival.envelope();
        CredentialChange change = arrival.read(CredentialChange.class);
        Detail detail = Detail.of(change);
        JudgeAccounts.lockConnection(readModel, change.connection().value());
        boolean news = readModel.write(
                CONNECTION,
                change.connection().value(),
                change.tenant(),
                change.platform().id(),
                detail.name(),
                detail.askedBy(),
                detail.word(),
                detail.reason(),
                detail.expiresAt(),
                detail.endsAt(),
                envelope.id(),
                change.at());
        boolean entered = enter(envelope, change, detail, readModel);
        if (news) {
            JudgeAccounts.ofConnection(readModel, change.connection().value());
        }
        return news || entered ? Optional.of(new Change(change.tenant(), null, null)) : Optional.empty();
    }

    private static boolean enter(CloudEvent envelope, CredentialChange change, Detail detail, ReadModel readModel)
            throws SQLException {
        boolean entered = readModel.write(
                HISTORY,
                envelope.id(),
                change.tenant(),
                change.connection().value(),
                change.platform().id(),
                detail.word(),
                detail.reason(),
                detail.spokenOf(),
                change.at());
        if (entered) {
            readModel.write(FORGET, change.tenant(), change.connection().value());
        }
        return entered;
    }

    /// @param name what people call the connection, where the change says it
    private record Detail(
            String word,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            @Nullable Instant endsAt,
            @Nullable String name,
            @Nullable String askedBy) {
        Detail(
                String word,
                @Nullable String reason,
                @Nullable Instant expiresAt,
                @Nullable Instant endsAt,
                @Nullable String name) {
            this(word, reason, expiresAt, endsAt, name, null);
        }

        /// The end that this change is about.
        @Nullable
        Instant spokenOf() {
            return word.equals("EXPIRING") ? endsAt : expiresAt;
        }

        static Detail of(CredentialChange change) {
            return switch (change) {
                case CredentialChange.Refreshed r ->
                    new Detail("REFRESHED", null, r.expiresAt(), r.consentEndsAt(), null);
                case CredentialChange.RefreshFailed f ->
                    new Detail("REFRESH_FAILED", f.reason(), f.accessEndsAt(), null, f.businessName());
                case CredentialChange.Expiring e -> new Detail("EXPIRING", null, null, e.expiresAt(), e.businessName());
                case CredentialChange.ReconnectRequired r ->
                    new Detail("RECONNECT_REQUIRED", r.reason(), null, null, r.businessName());
                case CredentialChange.Reconnected r ->
                    new Detail("RECONNECTED", null, r.expiresAt(), r.consentEndsAt(), r.businessName(), r.askedBy());
                case CredentialChange.Disconnected d -> new Detail("DISCONNECTED", null, null, null, d.businessName());
            };
        }
    }
}
