package io.adskull.dashboard.operators;

import java.util.List;

/// How far one service is behind; also its JSON.
///
/// @param group the consumer group, which is the service's name
/// @param reading whether anybody of it reads now
/// @param topics what is furthest behind first
public record GroupLag(String group, boolean reading, List<OnTopic> topics) {

    /// @param lag how many records wait, of those partitions that were read before
    /// @param unread how many partitions were never read
    public record OnTopic(String topic, long lag, int unread) {}

    public long total() {
        return topics.stream().mapToLong(OnTopic::lag).sum();
    }
}
