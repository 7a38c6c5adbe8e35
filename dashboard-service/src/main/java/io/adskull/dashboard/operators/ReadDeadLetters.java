package io.adskull.dashboard.operators;

import static java.util.stream.Collectors.toMap;

import io.adskull.contract.Topic;
import io.adskull.dashboard.TopicSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Looks into the dead-letter topics without a group, so that looking changes nothing.
@ApplicationScoped
class ReadDeadLetters {
    private static final Logger LOG = Logger.getLogger(ReadDeadLetters.class);
    private static final int NEWEST_OF_EACH = 50;
    private static final Duration WAIT = Duration.ofMillis(100);

    private final Broker broker;
    private final String prefix;
    private final Replays replays;

    ReadDeadLetters(Broker broker, TopicSettings topics, Replays replays) {
        this.broker = broker;
        this.prefix = topics.topicPrefix();
        this.replays = replays;
    }

    /// The newest of each topic.
    Letters newest() {
        Map<String, Replayed> replayed = replays.all();
        try (Consumer<byte[], byte[]> consumer = broker.consumer()) {
            Map<String, Topic> origins = Topic.all().stream()
                    .filter(LetterId::has)
                    .collect(toMap(topic -> topic.deadLetters().named(prefix), topic -> topic));
            List<TopicPartition> partitions = partitions(consumer, origins.keySet());
            Map<TopicPartition, Long> ends = fromNearTheEnd(consumer, partitions);
            List<Letter> letters = new ArrayList<>();
            boolean whole = read(consumer, ends, record -> {
                Topic origin = origins.get(record.topic());
                if (origin != null) {
                    var id = new LetterId(origin, record.partition(), record.offset());
                    letters.add(Letter.of(origin, record, replayed.get(id.toString())));
                }
            });
            letters.sort(Comparator.comparing(Letter::at)
                    .thenComparing(Letter::topic)
                    .thenComparing(Letter::offset)
                    .reversed());
            return new Letters.Read(letters, whole);
        } catch (KafkaException e) {
            LOG.warnf("Dead letters cannot be read: %s", e.toString());
            return new Letters.NotRead("Kafka does not answer, so what could not be read is not known now.");
        }
    }

    /// One letter, whole.
    ///
    /// @throws KafkaException when the broker does not answer
    Optional<ConsumerRecord<byte[], byte[]>> one(LetterId id) {
        var partition = new TopicPartition(id.origin().deadLetters().named(prefix), id.partition());
        try (Consumer<byte[], byte[]> consumer = broker.consumer()) {
            if (!partitions(consumer, Set.of(partition.topic())).contains(partition)) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            long start = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (id.offset() < start || id.offset() >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, id.offset());
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            read(consumer, Map.of(partition, id.offset() + 1), found::add);
            return found.stream()
                    .filter(record -> record.offset() == id.offset())
                    .findFirst();
        }
    }

    private static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Collection<String> topics) {
        return consumer.listTopics(Broker.PATIENCE).entrySet().stream()
                .filter(topic -> topics.contains(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> fromNearTheEnd(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions, Broker.PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, Broker.PATIENCE);
        ends.forEach((partition, end) ->
                consumer.seek(partition, Math.max(starts.getOrDefault(partition, 0L), end - NEWEST_OF_EACH)));
        return ends;
    }

    @FunctionalInterface
    private interface Found {
        void take(ConsumerRecord<byte[], byte[]> record);
    }

    /// @return whether all was read before the person's patience ended
    private static boolean read(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, Found found) {
        long deadline = System.nanoTime() + Broker.PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            consumer.poll(WAIT).forEach(found::take);
        }
        return true;
    }
}
