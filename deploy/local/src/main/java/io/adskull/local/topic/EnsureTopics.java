package io.adskull.local.topic;

import io.adskull.contract.Topic;
import io.adskull.local.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/// Creates the contract's topics on a broker and corrects their settings; never deletes one.
public final class EnsureTopics {

    private EnsureTopics() {}

    /// @return what could not be set right, in sentences
    public static List<String> on(String bootstrapServers, String prefix) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "request.timeout.ms",
                "20000",
                "default.api.timeout.ms",
                "40000");
        try (Admin admin = Admin.create(settings)) {
            TopicPlan plan = TopicPlan.of(Topic.all(), prefix, existing(admin, prefix));
            admin.createTopics(plan.missing().stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
            admin.incrementalAlterConfigs(corrections(plan)).all().get();
            return plan.complaints();
        } catch (ExecutionException e) {
            throw new Refusal("Kafka refused to create the topics: " + e.getMessage(), e);
        }
    }

    private static Map<String, TopicPlan.Existing> existing(Admin admin, String prefix)
            throws ExecutionException, InterruptedException {
        List<String> names = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
        var descriptions = admin.describeTopics(names).allTopicNames().get();
        var configs = admin.describeConfigs(
                        names.stream().map(EnsureTopics::resource).toList())
                .all()
                .get();
        var existing = new HashMap<String, TopicPlan.Existing>();
        descriptions.forEach((name, description) -> {
            Config config = configs.getOrDefault(resource(name), new Config(List.of()));
            existing.put(name, new TopicPlan.Existing(description.partitions().size(), settings(config)));
        });
        return existing;
    }

    private static Map<String, String> settings(Config config) {
        var settings = new HashMap<String, String>();
        config.entries().forEach(entry -> settings.put(entry.name(), String.valueOf(entry.value())));
        return settings;
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> corrections(TopicPlan plan) {
        var corrections = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        plan.wrong().forEach((name, settings) -> {
            var operations = new ArrayList<AlterConfigOp>();
            settings.forEach((key, value) ->
                    operations.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
            corrections.put(resource(name), operations);
        });
        return corrections;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
