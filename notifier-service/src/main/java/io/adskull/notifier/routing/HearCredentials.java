package io.adskull.notifier.routing;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.credential.CredentialChange;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what became of connections' credentials. What a machine is mending stays untold; what ends on a known day, and
/// what only a person can mend, is told once for each connection, however many accounts it has.
@ApplicationScoped
public class HearCredentials {
    private final RecordCredentials record;
    private final DeadLetters deadLetters;

    HearCredentials(RecordCredentials record, DeadLetters deadLetters) {
        this.record = record;
        this.deadLetters = deadLetters;
    }

    /// A database that is away holds the partition up, since nothing behind it could be told either.
    @Incoming("credentials")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void hear(ConsumerRecord<String, byte[]> heard) {
        try {
            Map<String, String> headers = Arrays.stream(heard.headers().toArray())
                    .filter(header -> header.value() != null)
                    .collect(Collectors.toMap(
                            header -> header.key(),
                            header -> new String(header.value(), StandardCharsets.UTF_8),
                            (first, last) -> last));
            CloudEvent envelope = CloudEvent.from(headers);
            if (!envelope.type().equals(CredentialChange.EVENT_TYPE)) {
                throw new UnreadableEvent("header ce_type is not " + CredentialChange.EVENT_TYPE);
            }
            if (heard.value() == null) {
                throw new UnreadableEvent("value is missing");
            }
            record.record(envelope.id(), EventJson.read(heard.value(), CredentialChange.class));
        } catch (UnreadableEvent e) {
            deadLetters.put(heard, String.valueOf(e.getMessage()));
        }
    }
}
