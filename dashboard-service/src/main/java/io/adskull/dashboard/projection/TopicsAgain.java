package io.adskull.dashboard.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Topics from their beginnings, by a consumer that belongs to no group and moves nobody's offsets.
final class TopicsAgain implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<String, Instant> beginnings = new HashMap<>();
    private long taken;

    TopicsAgain(Map<String, Object> kafka, Set<String> topics) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    ConsumerRecords<String, byte[]> poll() {
        ConsumerRecords<String, byte[]> records = consumer.poll(PATIENCE);
        records.forEach(this::noteBeginning);
        taken += records.count();
        return records;
    }

    private void noteBeginning(ConsumerRecord<String, byte[]> record) {
        beginnings.merge(
                record.topic(),
                Instant.ofEpochMilli(record.timestamp()),
                (one, other) -> one.isBefore(other) ? one : other);
    }

    /// Records that were given out.
    long taken() {
        return taken;
    }

    /// Offsets between what was read and what the topics hold now.
    long missing() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .mapToLong(partition -> ends.getOrDefault(partition, 0L) - consumer.position(partition))
                .sum();
    }

    /// The oldest record of each topic that has any.
    Map<String, Instant> beginnings() {
        return Map.copyOf(beginnings);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
