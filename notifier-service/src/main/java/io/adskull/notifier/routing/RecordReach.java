package io.adskull.notifier.routing;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.poll.PollReach;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Makes an incident for those who run AdSkull out of limits that are too tight, and ends it when they suffice. One a
/// platform at a time: how tight they are is told once.
@ApplicationScoped
public class RecordReach {
    private final OpenIncidents open;
    private final SeenEvents seen;
    private final RecordDecisions decisions;

    RecordReach(OpenIncidents open, SeenEvents seen, RecordDecisions decisions) {
        this.open = open;
        this.seen = seen;
        this.decisions = decisions;
    }

    @Transactional
    void record(String eventId, PollReach reach) {
        if (seen.remember(List.of(eventId)).isEmpty()) {
            return;
        }
        Optional<Incident> told = open.of(AccountKey.wholePlatform(reach.platform())).stream()
                .filter(ReachIncidents::isOfReach)
                .findFirst();
        if (reach.stretched() && told.isEmpty()) {
            tell(eventId, new Remediation.Opened(ReachIncidents.of(reach, eventId), reach.at()));
        } else if (!reach.stretched()) {
            told.ifPresent(incident -> tell(
                    eventId,
                    new Remediation.Resolved(
                            incident, reach.at(), "Every account is looked at as often as it should be again.")));
        }
    }

    private void tell(String eventId, Remediation remediation) {
        decisions.record(List.of(new Heard(
                eventId + "/told",
                remediation,
                Optional.empty(),
                new ConsumerRecord<>(
                        "poll-reach",
                        0,
                        0,
                        remediation.incident().account().toString(),
                        EventJson.write(remediation)))));
    }
}
