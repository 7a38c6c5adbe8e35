package io.adskull.dashboard.operators;

import static java.util.stream.Collectors.toMap;

import io.adskull.dashboard.TopicSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Asks the broker how far every consumer group is behind on this environment's topics.
@ApplicationScoped
class MeasureLag {
    private static final Logger LOG = Logger.getLogger(MeasureLag.class);

    private final Broker broker;
    private final String prefix;

    MeasureLag(Broker broker, TopicSettings topics) {
        this.broker = broker;
        this.prefix = topics.topicPrefix();
    }

    Lag now() {
        try (Admin admin = broker.admin()) {
            Collection<GroupListing> groups = answer(admin.listGroups().all()).stream()
                    .filter(group -> group.protocol().equals("consumer")
                            || group.protocol().isEmpty())
                    .toList();
            Map<String, Map<TopicPartition, OffsetAndMetadata>> read = committed(admin, groups);
            Map<TopicPartition, ListOffsetsResultInfo> ends = ends(admin, read.values());
            return new Lag.Known(groups.stream()
                    .flatMap(group -> lag(group, read.getOrDefault(group.groupId(), Map.of()), ends).stream())
                    .sorted(Comparator.comparingLong(GroupLag::total).reversed().thenComparing(GroupLag::group))
                    .toList());
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            LOG.warnf("Lag cannot be measured: %s", e.toString());
            return new Lag.NotKnown("Kafka does not answer, so how far the services are behind is not known now.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lag.NotKnown("This service is stopping.");
        }
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin, Collection<GroupListing> groups)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> all = answer(admin.listConsumerGroupOffsets(groups.stream()
                        .collect(toMap(GroupListing::groupId, group -> new ListConsumerGroupOffsetsSpec())))
                .all());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> ours = new TreeMap<>();
        all.forEach((group, offsets) -> {
            Map<TopicPartition, OffsetAndMetadata> here = new HashMap<>(offsets);
            here.keySet().removeIf(partition -> !partition.topic().startsWith(prefix));
            if (!here.isEmpty()) {
                ours.put(group, here);
            }
        });
        return ours;
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> ends(
            Admin admin, Collection<Map<TopicPartition, OffsetAndMetadata>> read)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<TopicPartition> partitions = new HashSet<>();
        read.forEach(offsets -> partitions.addAll(offsets.keySet()));
        return answer(admin.listOffsets(
                        partitions.stream().collect(toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all());
    }

    private Optional<GroupLag> lag(
            GroupListing group,
            Map<TopicPartition, OffsetAndMetadata> read,
            Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<String, GroupLag.OnTopic> topics = new TreeMap<>();
        read.forEach((partition, offset) -> {
            ListOffsetsResultInfo end = ends.get(partition);
            long waiting = end == null || offset == null ? 0 : Math.max(0, end.offset() - offset.offset());
            String name = partition.topic().substring(prefix.length());
            topics.merge(
                    name,
                    new GroupLag.OnTopic(name, waiting, offset == null ? 1 : 0),
                    (a, b) -> new GroupLag.OnTopic(name, a.lag() + b.lag(), a.unread() + b.unread()));
        });
        List<GroupLag.OnTopic> sorted = new ArrayList<>(topics.values());
        sorted.sort(Comparator.comparingLong(GroupLag.OnTopic::lag).reversed().thenComparing(GroupLag.OnTopic::topic));
        boolean reading = group.groupState()
                .filter(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                .isPresent();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(new GroupLag(group.groupId(), reading, sorted));
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(Broker.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
