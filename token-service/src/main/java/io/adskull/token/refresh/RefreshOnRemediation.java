package io.adskull.token.refresh;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.token.outbox.TraceParent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// An expired token that another service ran into is renewed at once. A record that cannot be read goes to the
/// dead letters; a database or broker that is away holds the partition up, since nothing behind it could be done
/// either.
@ApplicationScoped
public class RefreshOnRemediation {
    private final WantRefresh want;
    private final DeadLetters deadLetters;

    RefreshOnRemediation(WantRefresh want, DeadLetters deadLetters) {
        this.want = want;
        this.deadLetters = deadLetters;
    }

    @Incoming("remediations")
    @Blocking
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    public void on(ConsumerRecord<String, byte[]> record) {
        try {
            Map<String, String> headers = headers(record);
            CloudEvent envelope = CloudEvent.from(headers);
            if (record.value() == null) {
                throw new UnreadableEvent("a remediation has no value");
            }
            Remediation remediation = EventJson.read(record.value(), Remediation.class);
            if (remediation instanceof Remediation.Opened(Incident incident, var at) && wantsRefresh(incident)) {
                want.refresh(envelope.id(), incident, Optional.ofNullable(headers.get(TraceParent.HEADER)));
            }
        } catch (UnreadableEvent e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
    }

    private static boolean wantsRefresh(Incident incident) {
        return incident.cause() == Cause.TOKEN_EXPIRED || incident.automaticAction() == AutomaticAction.REFRESH_TOKEN;
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        return Arrays.stream(record.headers().toArray())
                .filter(header -> header.value() != null)
                .collect(Collectors.toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, last) -> last));
    }
}
