package io.adskull.poller.traffic;

import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.probe.AskPlatform;
import io.adskull.poller.schedule.WeighTraffic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Topic `api-responses` on its way back in, as far as others wrote it. Both topics are keyed by account, so the
/// answers about our accounts are in the partitions of the same numbers; they are assigned by hand, without a group. An
/// answer that is missed costs a probe, so only new ones are heard and no offset is kept.
@ApplicationScoped
class HearTraffic {
    private static final Logger LOG = Logger.getLogger(HearTraffic.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final String topic;
    private final OwnedAccounts owned;
    private final WeighTraffic weigh;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> listening;

    HearTraffic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "adskull.topic-prefix", defaultValue = Topic.DEFAULT_PREFIX) String prefix,
            OwnedAccounts owned,
            WeighTraffic weigh) {
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "poller-service-traffic");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Most of what comes are our own answers, which are passed over, so they are fetched in bulk.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 << 20);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 512 << 10);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.topic = Topic.API_RESPONSES.named(prefix);
        this.owned = owned;
        this.weigh = weigh;
        this.thread = Thread.ofPlatform().name("hear-traffic").daemon().unstarted(this::hear);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        Consumer<byte[], byte[]> consumer = listening;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void hear() {
        while (stopping.getCount() > 0) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                listening = consumer;
                hear(consumer);
            } catch (WakeupException e) {
                LOG.debug("the service is stopping");
            } catch (KafkaException e) {
                LOG.warnf("other services' answers are not heard (%s), all is probed meanwhile", e.getMessage());
                pause(AFTER_TROUBLE);
            } finally {
                listening = null;
            }
        }
    }

    private void hear(Consumer<byte[], byte[]> consumer) {
        while (stopping.getCount() > 0) {
            follow(consumer);
            if (consumer.assignment().isEmpty()) {
                pause(WAIT);
            } else {
                consumer.poll(WAIT).forEach(this::weigh);
            }
        }
    }

    /// Reads the partitions whose accounts are ours, new ones from their end.
    private void follow(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> ours = owned.partitions().stream()
                .map(number -> new TopicPartition(topic, number))
                .collect(Collectors.toSet());
        if (!ours.equals(consumer.assignment())) {
            Set<TopicPartition> added = new HashSet<>(ours);
            added.removeAll(consumer.assignment());
            consumer.assign(ours);
            consumer.seekToEnd(added);
        }
    }

    private void weigh(ConsumerRecord<byte[], byte[]> answer) {
        if (answer.value() == null || isOurs(answer)) {
            return;
        }
        Map<String, String> headers = new HashMap<>();
        answer.headers().forEach(header -> headers.put(header.key(), text(header)));
        try {
            weigh.weigh(ApiResponse.from(headers, answer.value()));
        } catch (UnreadableEvent e) {
            LOG.debugf("partition %d, offset %d is no answer: %s", answer.partition(), answer.offset(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "partition %d, offset %d was not weighed", answer.partition(), answer.offset());
        }
    }

    /// Looks from the front, where the envelope stands: each name on the way has to be decoded.
    private static boolean isOurs(ConsumerRecord<?, ?> answer) {
        Iterator<Header> sources = answer.headers().headers("ce_source").iterator();
        return sources.hasNext() && AskPlatform.SOURCE.equals(text(sources.next()));
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void pause(Duration length) {
        try {
            boolean _ = stopping.await(length.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
