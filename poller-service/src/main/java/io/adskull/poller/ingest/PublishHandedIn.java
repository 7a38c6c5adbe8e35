package io.adskull.poller.ingest;

import io.adskull.contract.Topic;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.publish.AnswerRecord;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Topic `api-responses` once more, by a producer of its own without a queue before it: with Kafka away, whoever
/// hands in hears so within seconds, and what others send takes no memory from probes.
@ApplicationScoped
class PublishHandedIn {
    private static final Logger LOG = Logger.getLogger(PublishHandedIn.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final String topic;
    private final OpenTelemetry telemetry;
    private final AtomicBoolean failing = new AtomicBoolean();
    private @Nullable Producer<String, byte[]> producer;

    PublishHandedIn(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "adskull.topic-prefix", defaultValue = Topic.DEFAULT_PREFIX) String prefix,
            OpenTelemetry telemetry) {
        this.settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "poller-service-handed-in");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
        // Given up while the caller still waits.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        this.topic = Topic.API_RESPONSES.named(prefix);
        this.telemetry = telemetry;
    }

    /// Blocks until the broker has all of them.
    ///
    /// @return false when it did not take each; some of them may be there
    boolean publish(List<ApiResponse> answers) {
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (ApiResponse answer : answers) {
                Future<RecordMetadata> sending = producer().send(AnswerRecord.of(answer, topic, telemetry));
                sent.add(sending);
                if (sending.isDone()) {
                    // Refused before it left, as all that follow would be, each after its own wait.
                    sending.get();
                }
            }
            for (Future<RecordMetadata> sending : sent) {
                sending.get();
            }
        } catch (ExecutionException | KafkaException e) {
            if (!failing.getAndSet(true)) {
                LOG.errorf("Kafka does not take handed-in answers (%s)", e.getMessage());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (failing.getAndSet(false)) {
            LOG.info("Kafka takes handed-in answers again");
        }
        return true;
    }

    /// Made when it is needed: a broker's name that cannot be resolved must not stop the probes.
    private synchronized Producer<String, byte[]> producer() {
        Producer<String, byte[]> made = producer;
        if (made == null) {
            made = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
        }
    }
}
