package io.adskull.classifier.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;

/// Reads them with a consumer of its own that belongs to no group and commits nothing.
final class KafkaKeptAnswers implements KeptAnswers {
    /// So short that the stream's own work never waits for long.
    private static final Duration AT_MOST = Duration.ofMillis(50);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final long end;

    KafkaKeptAnswers(Consumer<byte[], byte[]> consumer, TopicPartition partition, Instant since) {
        this.consumer = consumer;
        this.partition = partition;
        consumer.assign(List.of(partition));
        this.end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                .get(partition);
        consumer.seek(partition, first == null ? end : first.offset());
    }

    /// The answers of a topic, read as Kafka Streams reads a changelog: only what was committed.
    static Source of(String topic) {
        return (settings, partition, since) -> {
            Map<String, Object> reader =
                    new StreamsConfig(settings).getRestoreConsumerConfigs("catalogue-reads-again-" + partition);
            return new KafkaKeptAnswers(
                    new KafkaConsumer<>(reader, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    new TopicPartition(topic, partition),
                    since);
        };
    }

    @Override
    public List<ConsumerRecord<byte[], byte[]>> next() {
        return consumer.poll(AT_MOST).records(partition).stream()
                .filter(record -> record.offset() < end)
                .toList();
    }

    @Override
    public boolean isOver() {
        return consumer.position(partition) >= end;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
