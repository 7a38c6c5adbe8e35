package io.adskull.local.topic;

import io.adskull.contract.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What must be done to a broker so that its topics are those of the contract. Pure: the broker's state comes in.
///
/// @param missing to be created
/// @param wrong existing topics → the settings that differ, with the values they should have
/// @param complaints what cannot be set right without losing data
public record TopicPlan(List<Wanted> missing, Map<String, Map<String, String>> wrong, List<String> complaints) {

    /// One machine has few cores, and each partition costs every consumer a little.
    public static final int LARGEST_PARTITION_COUNT = 4;

    public record Wanted(String name, int partitions, Map<String, String> settings) {}

    public record Existing(int partitions, Map<String, String> settings) {}

    public static TopicPlan of(List<Topic> contract, String prefix, Map<String, Existing> broker) {
        var missing = new ArrayList<Wanted>();
        var wrong = new HashMap<String, Map<String, String>>();
        var complaints = new ArrayList<String>();
        for (Topic topic : contract) {
            Wanted wanted = wanted(topic, prefix);
            Existing existing = broker.get(wanted.name());
            if (existing == null) {
                missing.add(wanted);
                continue;
            }
            if (existing.partitions() != wanted.partitions()) {
                complaints.add("topic %s has %d partitions instead of %d"
                        .formatted(wanted.name(), existing.partitions(), wanted.partitions()));
            }
            Map<String, String> differing = differing(wanted.settings(), existing.settings());
            if (!differing.isEmpty()) {
                wrong.put(wanted.name(), differing);
            }
        }
        return new TopicPlan(List.copyOf(missing), Map.copyOf(wrong), List.copyOf(complaints));
    }

    static Wanted wanted(Topic topic, String prefix) {
        var settings = new HashMap<String, String>();
        settings.put("max.message.bytes", Integer.toString(topic.maxMessageBytes()));
        settings.put("cleanup.policy", topic.retention().isPresent() ? "delete" : "compact");
        topic.retention().ifPresent(kept -> settings.put("retention.ms", Long.toString(kept.toMillis())));
        return new Wanted(
                topic.named(prefix), Math.min(topic.partitions(), LARGEST_PARTITION_COUNT), Map.copyOf(settings));
    }

    private static Map<String, String> differing(Map<String, String> wanted, Map<String, String> existing) {
        var differing = new HashMap<>(wanted);
        differing.entrySet().removeAll(existing.entrySet());
        return differing;
    }
}
