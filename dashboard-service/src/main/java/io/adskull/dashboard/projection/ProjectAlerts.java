package io.adskull.dashboard.projection;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.Topic;
import io.adskull.contract.alert.AlertOutcome;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Which messages reached whom. Of several outcomes of one delivery the newest counts.
@ApplicationScoped
public class ProjectAlerts {
    private static final String ALERT = """
            insert into alert (delivery_id, tenant, incident_id, transition, channel, recipient, outcome, reason,
                attempts, event_id, event_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (delivery_id) do update set outcome = excluded.outcome, reason = excluded.reason,
                attempts = excluded.attempts, event_id = excluded.event_id, event_at = excluded.event_at
            where alert.tenant = excluded.tenant and excluded.event_at > alert.event_at
            """;

    private final ProjectRecords records;

    ProjectAlerts(ProjectRecords records) {
        this.records = records;
    }

    @Incoming("alerts")
    @Blocking
    public void project(ConsumerRecord<String, byte[]> record) {
        records.take(Topic.ALERTS, record, this::apply);
    }

    Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException {
        CloudEvent envelope = arrival.envelope();
        AlertOutcome outcome = arrival.read(AlertOutcome.class);
        AlertOutcome.Message message = outcome.message();
        boolean news =
                switch (outcome) {
                    case AlertOutcome.Delivered d ->
                        write(readModel, envelope, d, "DELIVERED", d.attempts(), Optional.empty());
                    case AlertOutcome.GaveUp g ->
                        write(readModel, envelope, g, "GAVE_UP", g.attempts(), Optional.of(g.reason()));
                };
        return news
                ? Optional.of(new Change(
                        message.tenant(),
                        message.account().toString(),
                        message.incident().value()))
                : Optional.empty();
    }

    private static boolean write(
            ReadModel readModel,
            CloudEvent envelope,
            AlertOutcome outcome,
            String word,
            int attempts,
            Optional<String> reason)
            throws SQLException {
        AlertOutcome.Message message = outcome.message();
        return readModel.write(
                ALERT,
                message.deliveryId(),
                message.tenant(),
                message.incident().value(),
                message.transition(),
                message.channel(),
                message.recipient(),
                word,
                reason.orElse(null),
                attempts,
                envelope.id(),
                outcome.at());
    }
}
