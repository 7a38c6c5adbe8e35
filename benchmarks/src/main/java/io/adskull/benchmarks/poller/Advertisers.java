package io.adskull.benchmarks.poller;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Advertisers of the simulator's fleets on topic `accounts`: connected, or disconnected again. Each tenant has one
/// connection.
record Advertisers(String kafka, String topicPrefix, int count, int tenants) {
    /// As the simulator numbers the ad accounts of `fleet-N`.
    private static final long FIRST = 7_100_000_000_000_000_001L;
    /// Long ago, so that none counts as new, which is looked at ahead of all others.
    private static final Instant CONNECTED_AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> SCOPES =
            List.of("1", "100", "110", "120", "200", "210", "220", "300", "310", "320");

    void connect() {
        send(true);
    }

    void disconnect() {
        send(false);
    }

    private void send(boolean connected) {
        String topic = Topic.ACCOUNTS.named(topicPrefix);
        var failures = new AtomicInteger();
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "linger.ms", 20, "batch.size", 1 << 17);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < count; number++) {
                AccountKey key = new AccountKey(Platform.TIKTOK, Long.toString(FIRST + number));
                byte @Nullable [] value = connected ? EventJson.write(account(key, number)) : null;
                Future<?> _ = producer.send(new ProducerRecord<>(topic, key.toString(), value), (_, failure) -> {
                    if (failure != null) {
                        failures.incrementAndGet();
                    }
                });
            }
        }
        if (failures.get() > 0) {
            throw new IllegalStateException("Kafka did not take " + failures + " accounts");
        }
    }

    private ConnectedAccount account(AccountKey key, int number) {
        int tenant = number % tenants;
        return new ConnectedAccount(
                key,
                "tenant-" + tenant,
                new ConnectionId(new UUID(7, tenant)),
                "advertiser",
                "Fleet " + (number + 1),
                "Fleet of tenant " + tenant,
                SCOPES,
                CONNECTED_AT,
                "PARTNER");
    }
}
