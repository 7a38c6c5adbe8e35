package io.adskull.dashboard.projection;

import static java.util.stream.Collectors.joining;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Incidents. A resolved incident never opens again, and a late transition never undoes a newer one.
@ApplicationScoped
public class ProjectRemediations {
    private static final Logger LOG = Logger.getLogger(ProjectRemediations.class);

    private static final String INCIDENT = """
            insert into incident (incident_id, tenant, account_key, resource, cause, actor, severity, automatic_action,
                state, opened_at, resolved_at, resolved_because, occurrences, words, document, event_id, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), ?, ?)
            on conflict (incident_id) do update set resource = excluded.resource, cause = excluded.cause,
                actor = excluded.actor, severity = excluded.severity, automatic_action = excluded.automatic_action,
                state = excluded.state, opened_at = excluded.opened_at, resolved_at = excluded.resolved_at,
                resolved_because = excluded.resolved_because, occurrences = excluded.occurrences,
                words = excluded.words, document = excluded.document, event_id = excluded.event_id, event_at = excluded.event_at
            where incident.tenant = excluded.tenant
                and (excluded.state = 'RESOLVED', excluded.event_at, excluded.occurrences)
                    > (incident.state = 'RESOLVED', incident.event_at, incident.occurrences)
            """;

    private static final String TRANSITION = """
            insert into incident_transition (event_id, tenant, incident_id, transition, note, event_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (event_id) do nothing
            """;

    private final ProjectRecords records;

    ProjectRemediations(ProjectRecords records) {
        this.records = records;
    }

    @Incoming("remediations")
    @Blocking
    public void project(ConsumerRecord<String, byte[]> record) {
        records.take(Topic.REMEDIATIONS, record, this::apply);
    }

    Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        CloudEvent envelope = arrival.envelope();
        Remediation remediation = arrival.read(Remediation.class);
        Incident incident = remediation.incident();
        Progress progress = Progress.of(remediation);
        JudgeAccounts.lockAccount(readModel, incident.account().toString());
        boolean first = readModel.write(
                TRANSITION,
                envelope.id(),
                incident.tenant(),
                incident.id().value(),
                progress.transition(),
                progress.note().orElse(null),
                remediation.at());
        boolean newer = readModel.write(
                INCIDENT,
                incident.id().value(),
                incident.tenant(),
                incident.account().toString(),
                incident.resource(),
                incident.cause(),
                incident.actor(),
                incident.severity(),
                incident.automaticAction(),
                progress.resolved() ? "RESOLVED" : "OPEN",
                incident.openedAt(),
                progress.resolved() ? remediation.at() : null,
                progress.resolved() ? progress.note().orElse(null) : null,
                incident.occurrences(),
                words(incident),
                new String(EventJson.write(incident), StandardCharsets.UTF_8),
                envelope.id(),
                remediation.at());
        if (!first && !newer) {
            return Optional.empty();
        }
        JudgeAccounts.ofAccount(readModel, incident.account().toString());
        LOG.infof(
                "Incident %s: %s %s of %s, tenant %s, incident %s",
                progress.transition().toLowerCase(Locale.ROOT),
                incident.cause(),
                incident.resource(),
                incident.account(),
                incident.tenant(),
                incident.id());
        return Optional.of(new Change(
                incident.tenant(), incident.account().toString(), incident.id().value()));
    }

    /// What a search looks at.
    private static String words(Incident incident) {
        return Stream.of(incident.accountName(), incident.account().accountId(), incident.businessName())
                .filter(Objects::nonNull)
                .collect(joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    /// What a transition says beside the incident.
    private record Progress(String transition, boolean resolved, Optional<String> note) {
        static Progress of(Remediation remediation) {
            return switch (remediation) {
                case Remediation.Opened o -> new Progress("OPENED", false, Optional.empty());
                case Remediation.Updated u -> new Progress("UPDATED", false, Optional.ofNullable(u.change()));
                case Remediation.Resolved r -> new Progress("RESOLVED", true, Optional.ofNullable(r.reason()));
            };
        }
    }
}
