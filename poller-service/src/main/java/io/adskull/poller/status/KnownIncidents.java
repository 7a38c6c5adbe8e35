package io.adskull.poller.status;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.Platform;
import io.adskull.contract.status.PlatformIncident;
import io.adskull.poller.publish.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Topic `platform-status` on its way in, read whole by every replica: whichever reads the feeds next knows what was
/// published before it. Thread-safe.
@ApplicationScoped
public class KnownIncidents {
    private final DeadLetters deadLetters;
    private final Map<String, PlatformIncident> byKey = new ConcurrentHashMap<>();

    public KnownIncidents(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @Incoming("platform-status-known")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        try {
            apply(message);
            return Uni.createFrom().voidItem();
        } catch (UnreadableEvent e) {
            return deadLetters.put(Topic.PLATFORM_STATUS, message, e);
        }
    }

    List<PlatformIncident> of(Platform platform) {
        return byKey.values().stream()
                .filter(incident -> incident.platform() == platform)
                .toList();
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null) {
            throw new UnreadableEvent("key is missing");
        }
        if (message.value() == null) {
            byKey.remove(message.key());
            return;
        }
        byKey.put(message.key(), EventJson.read(message.value(), PlatformIncident.class));
    }
}
