package io.adskull.dashboard.projection;

import static java.util.stream.Collectors.toMap;

import io.adskull.contract.Topic;
import io.adskull.dashboard.TopicSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What each topic's records do to the read model, by the topic's name on the cluster.
@ApplicationScoped
class Projections {
    private static final List<Topic> TOPICS =
            List.of(Topic.ACCOUNTS, Topic.REMEDIATIONS, Topic.ALERTS, Topic.CREDENTIALS, Topic.PLATFORM_STATUS);

    private final Map<String, Projection> byTopic;
    private final String prefix;

    Projections(
            ProjectAccounts accounts,
            ProjectRemediations remediations,
            ProjectAlerts alerts,
            ProjectCredentials credentials,
            ProjectPlatformStatus status,
            TopicSettings topics) {
        this.prefix = topics.topicPrefix();
        this.byTopic = Map.of(
                Topic.ACCOUNTS.named(prefix), accounts::apply,
                Topic.REMEDIATIONS.named(prefix), remediations::apply,
                Topic.ALERTS.named(prefix), alerts::apply,
                Topic.CREDENTIALS.named(prefix), credentials::apply,
                Topic.PLATFORM_STATUS.named(prefix), status::apply);
    }

    Set<String> topics() {
        return byTopic.keySet();
    }

    Projection of(String topic) {
        return byTopic.getOrDefault(topic, (arrival, readModel) -> Optional.empty());
    }

    /// The same by topic as by its name on the cluster.
    <T> Map<Topic, T> byTopic(Map<String, T> byName) {
        return TOPICS.stream()
                .filter(topic -> byName.containsKey(topic.named(prefix)))
                .collect(toMap(topic -> topic, topic -> byName.get(topic.named(prefix))));
    }
}
