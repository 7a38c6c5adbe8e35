package io.adskull.dashboard.projection;

import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.status.PlatformIncident;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What platforms say of incidents of their own. A tombstone: the platform speaks of it no more.
@ApplicationScoped
public class ProjectPlatformStatus {
    private static final String TELL = """
            insert into platform_incident (incident_key, platform, title, link, published_at, open, event_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (incident_key) do update set platform = excluded.platform, title = excluded.title,
                link = excluded.link, published_at = excluded.published_at, open = excluded.open,
                event_at = excluded.event_at
            where excluded.event_at > platform_incident.event_at
            """;

    /// Stays, so that what was told before it cannot come back.
    private static final String FORGET = """
            insert into platform_incident (incident_key, platform, title, published_at, open, event_at)
            values (?, ?, '', ?, false, ?)
            on conflict (incident_key) do update set title = '', link = null, open = false, event_at = excluded.event_at
            where excluded.event_at > platform_incident.event_at
            """;

    private final ProjectRecords records;

    ProjectPlatformStatus(ProjectRecords records) {
        this.records = records;
    }

    @Incoming("platform-status")
    @Blocking
    public void project(ConsumerRecord<String, byte[]> record) {
        records.take(Topic.PLATFORM_STATUS, record, this::apply);
    }

    Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        boolean news = arrival.value().isEmpty() ? forget(arrival, readModel) : tell(arrival, readModel);
        return news ? Optional.of(new Change(Incident.OPERATORS, null, null)) : Optional.empty();
    }

    private static boolean tell(Arrival arrival, ReadModel readModel) throws SQLException {
        PlatformIncident incident = arrival.read(PlatformIncident.class);
        return readModel.write(
                TELL,
                incident.key(),
                incident.platform().id(),
                incident.title(),
                incident.link(),
                incident.publishedAt(),
                incident.open(),
                incident.at());
    }

    /// A tombstone needs no envelope: tools that write one by hand give none.
    private static boolean forget(Arrival arrival, ReadModel readModel) throws SQLException {
        String key = arrival.key()
                .orElseThrow(() -> new UnreadableEvent("a tombstone's key must be the incident that is forgotten"));
        Instant at =
                arrival.headers().containsKey("ce_time") ? arrival.envelope().time() : arrival.at();
        Platform platform = Platform.of(key.substring(0, Math.max(0, key.indexOf('/'))));
        return readModel.write(FORGET, key, platform.id(), at, at);
    }
}
