package io.adskull.poller.publish;

import io.adskull.contract.Topic;
import io.adskull.contract.response.ApiResponse;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Topic `api-responses` on its way out. Whoever publishes waits for the broker, and the bytes under way are
/// bounded: with Kafka away, polling stops instead of filling memory. Kafka's own producer without a channel before
/// it, because each probe passes here and the channel cost as much as the call to the platform.
@Singleton
public class AnswerPublisher {
    private static final Logger LOG = Logger.getLogger(AnswerPublisher.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    /// Answers come one by one to two dozen partitions: a little patience makes batches of them, which is what costs.
    private static final int LINGER_MILLIS = 50;

    /// Of one partition: at some ten thousand answers a second what comes within that patience fits.
    private static final int BATCH_BYTES = 64 << 10;

    private static final int BYTES_UNDER_WAY = 16 << 20;

    /// What an answer takes beside its body, and the unit that is counted in.
    private static final int UNIT = 2 << 10;

    private final Semaphore room = new Semaphore(BYTES_UNDER_WAY / UNIT, true);

    private final Map<String, Object> settings;
    private final String topic;
    private final OpenTelemetry telemetry;
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile @Nullable Producer<String, byte[]> producer;

    AnswerPublisher(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "adskull.topic-prefix", defaultValue = Topic.DEFAULT_PREFIX) String prefix,
            OpenTelemetry telemetry) {
        this.settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "poller-service-answers");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L << 20);
        this.topic = Topic.API_RESPONSES.named(prefix);
        this.telemetry = telemetry;
    }

    /// Blocks until the broker has the answer; the current span becomes the parent of all that follows.
    ///
    /// @param accepted run as soon as there is room for the answer, so that the next call may be made
    /// @return false when the broker did not take it, so that the probe must be run again
    public boolean publish(ApiResponse answer, Runnable accepted) {
        int units = 1 + answer.body().length / UNIT;
        try {
            room.acquire(units);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            accepted.run();
            return send(answer);
        } finally {
            room.release(units);
        }
    }

    private boolean send(ApiResponse answer) {
        try {
            producer().send(AnswerRecord.of(answer, topic, telemetry)).get();
        } catch (ExecutionException | KafkaException e) {
            if (!failing.getAndSet(true)) {
                LOG.errorf("Kafka does not take answers (%s), probes back off", e.getMessage());
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (failing.get() && failing.getAndSet(false)) {
            LOG.info("Kafka takes answers again");
        }
        return true;
    }

    /// Made when it is needed: a broker's name that cannot be resolved must not stop the service.
    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> made = producer;
        return made == null ? make() : made;
    }

    private synchronized Producer<String, byte[]> make() {
        Producer<String, byte[]> made = producer;
        if (made == null) {
            made = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    @PreDestroy
    synchronized void close() {
        Producer<String, byte[]> made = producer;
        if (made != null) {
            made.close(CLOSING);
        }
    }
}
