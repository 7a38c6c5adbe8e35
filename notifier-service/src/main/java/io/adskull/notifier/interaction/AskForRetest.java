package io.adskull.notifier.interaction;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.account.Resource;
import io.adskull.contract.poll.PollRequested;
import io.adskull.contract.remediation.Incident;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/// Asks the poller to look now at what failed. What it finds comes back as any other answer does.
@ApplicationScoped
class AskForRetest {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final String WHY = "re-test asked for in Slack";

    private final MutinyEmitter<byte[]> requests;
    private final Clock clock;

    AskForRetest(@Channel("poll-requests") MutinyEmitter<byte[]> requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /// Returns when the broker has all.
    ///
    /// @param incidents at least one, each of an account
    void of(List<Incident> incidents) {
        Instant now = clock.instant();
        List<Uni<Void>> sent = incidents.stream()
                .map(incident -> requests.sendMessage(request(incident, now)))
                .toList();
        Uni.join().all(sent).andFailFast().await().atMost(PATIENCE);
    }

    private static Message<byte[]> request(Incident incident, Instant now) {
        Resource resource = Optional.of(incident.resource())
                .filter(failed -> failed != Resource.ACCOUNT)
                .orElse(null);
        String account = incident.account().toString();
        var request = new PollRequested(incident.account(), incident.tenant(), resource, WHY, now);
        var envelope = new CloudEvent(
                UUID.randomUUID().toString(),
                PollRequested.EVENT_TYPE,
                "/notifier-service",
                account,
                now,
                incident.tenant());
        RecordHeaders headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        return Message.of(EventJson.write(request))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(account)
                        .withHeaders(headers)
                        .build());
    }
}
