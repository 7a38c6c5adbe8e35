package io.adskull.endtoend.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/// Whatever stands on `api-responses`, the classifier goes on.
class GarbageIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String OUTDOOR = "7012345678901234502";

    private final RunningSystem system = RunningSystem.get();

    @Test
    void garbageOfEveryKindEndsInTheDeadLettersOrAsUnknown() {
        long before = deadLetters();
        byte[] binary = new byte[2 << 20];
        new Random(1).nextBytes(binary);
        Map<String, String> good = headers("tiktok/" + OUTDOOR);
        Map<String, String> noTime = new HashMap<>(good);
        noTime.remove("ce_time");

        publish(Map.of(), new byte[0]);
        publish(Map.of(), binary);
        publish(noTime, "{}".getBytes(StandardCharsets.UTF_8));
        publish(headers("myspace/1"), "{}".getBytes(StandardCharsets.UTF_8));
        publish(good, null);
        publish(good, new byte[0]);
        publish(good, binary);
        publish(good, "{\"code\":40001,\"mess".getBytes(StandardCharsets.UTF_8));
        publish(good, "[[[[".repeat(10_000).getBytes(StandardCharsets.UTF_8));

        await().atMost(SOON).untilAsserted(() -> assertThat(deadLetters()).isGreaterThanOrEqualTo(before + 4));
        String fault = system.fault(
                OUTDOOR,
                "/dmp/custom_audience/list/",
                200,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("code", 40002)
                        .put("message", "page_size: Must be between 1 and 1000"));
        await().atMost(SOON).untilAsserted(() -> assertThat(system.incidents(OUTDOOR))
                .anySatisfy(incident ->
                        assertThat(incident.path("resource").asText()).isEqualTo("AUDIENCES")));
        system.endFault(fault);
    }

    private Map<String, String> headers(String account) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", "garbage-" + System.nanoTime(),
                "ce_type", "io.adskull.api-response.v1",
                "ce_source", "/a-service-of-the-saas",
                "ce_subject", account,
                "ce_time", java.time.Instant.now().toString(),
                "ce_tenant", "demo",
                "ce_path", "/open_api/v1.3/ad/create/",
                "ce_httpstatus", "200");
    }

    private void publish(Map<String, String> headers, byte[] value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", system.kafka(), "acks", "all", "max.request.size", 4 << 20);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(
                    Topic.API_RESPONSES.named(Topic.DEFAULT_PREFIX),
                    ("tiktok/" + OUTDOOR).getBytes(StandardCharsets.UTF_8),
                    value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            var sent = producer.send(record);
            producer.flush();
            assertThat(sent).isDone();
        }
    }

    private long deadLetters() {
        TopicPartition partition =
                new TopicPartition(Topic.API_RESPONSES.deadLetters().named(Topic.DEFAULT_PREFIX), 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", system.kafka(), "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }
}
