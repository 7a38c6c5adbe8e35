package io.adskull.token.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.Topic;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics.Received;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
class OutboxServiceTest {
    private final String key = "key-" + UUID.randomUUID();
    private final Outbox outbox;
    private final DispatchOutbox dispatcher;

    @Inject
    OutboxServiceTest(Outbox outbox, DispatchOutbox dispatcher) {
        this.outbox = outbox;
        this.dispatcher = dispatcher;
    }

    @Test
    void eventsOfAKeyArriveInTheOrderTheyWereWrittenWhateverNumberOfDispatchersRuns() {
        IntStream.range(0, 20).forEach(i -> write("event-" + i));

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4).forEach(i -> replicas.execute(dispatcher::dispatch));
        }

        await().untilAsserted(() -> assertThat(ids())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "event-" + i).toList()));
    }

    @Test
    void killedBetweenPublishingAndForgettingItPublishesTheSameEventAgain() {
        QuarkusTransaction.begin();
        outbox.write(Topic.CREDENTIALS, key, envelope("repeated"), Map.of());
        outbox.flush();
        dispatcher.publishHeads();
        QuarkusTransaction.rollback();
        write("repeated");

        await().untilAsserted(() -> assertThat(ids()).containsExactly("repeated", "repeated"));
    }

    @Test
    void anEventOfATransactionThatFailedIsNeverPublished() {
        QuarkusTransaction.begin();
        outbox.write(Topic.CREDENTIALS, key, envelope("never"), Map.of());
        outbox.flush();
        QuarkusTransaction.rollback();
        write("after");

        await().untilAsserted(() -> assertThat(ids()).containsExactly("after"));
    }

    private void write(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.write(Topic.CREDENTIALS, key, envelope(id), Map.of("change", "TEST")));
    }

    private CloudEvent envelope(String id) {
        return new CloudEvent(id, "test", "/token-service", key, Instant.EPOCH, "demo");
    }

    private List<String> ids() {
        return Events.on(Topic.CREDENTIALS, key).stream()
                .map(Received::headers)
                .map(headers -> headers.getOrDefault("ce_id", ""))
                .toList();
    }
}
