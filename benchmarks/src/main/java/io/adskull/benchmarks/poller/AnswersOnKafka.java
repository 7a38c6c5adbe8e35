package io.adskull.benchmarks.poller;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Counts what arrived on one topic: a poll counts when the broker has its answer.
final class AnswersOnKafka implements AutoCloseable {
    private final Admin admin;
    private final Map<TopicPartition, OffsetSpec> latest;

    AnswersOnKafka(String kafka, String topic) throws InterruptedException {
        admin = Admin.create(Map.of("bootstrap.servers", kafka));
        try {
            latest = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .flatMap(description -> description.partitions().stream())
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(topic, partition.partition()), _ -> OffsetSpec.latest()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    long count() throws InterruptedException {
        try {
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
