package io.adskull.local.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.Topic;
import io.adskull.local.topic.TopicPlan.Existing;
import io.adskull.local.topic.TopicPlan.Wanted;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final String PREFIX = "test.";

    @Test
    void anEmptyBrokerGetsEveryTopicOfTheContract() {
        TopicPlan plan = TopicPlan.of(Topic.all(), PREFIX, Map.of());

        assertThat(plan.missing())
                .extracting(Wanted::name)
                .containsExactlyElementsOf(
                        Topic.all().stream().map(topic -> topic.named(PREFIX)).toList());
        assertThat(plan.wrong()).isEmpty();
    }

    @Test
    void aCompactedTopicIsNeverDeletedFrom() {
        assertThat(TopicPlan.wanted(Topic.ACCOUNTS, PREFIX).settings())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void aTopicIsKeptAsLongAsTheContractSays() {
        assertThat(TopicPlan.wanted(Topic.API_RESPONSES, PREFIX).settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "259200000")
                .containsEntry("max.message.bytes", Integer.toString(Topic.API_RESPONSES.maxMessageBytes()));
    }

    @Test
    void oneMachineHasFewPartitions() {
        assertThat(TopicPlan.wanted(Topic.ACCOUNTS, PREFIX).partitions()).isEqualTo(4);
        assertThat(TopicPlan.wanted(Topic.ACCOUNTS.deadLetters(), PREFIX).partitions())
                .isEqualTo(1);
    }

    @Test
    void aBrokerThatHasItAllNeedsNothing() {
        TopicPlan plan = TopicPlan.of(Topic.all(), PREFIX, complete());

        assertThat(plan.missing()).isEmpty();
        assertThat(plan.wrong()).isEmpty();
        assertThat(plan.complaints()).isEmpty();
    }

    @Test
    void aWrongSettingIsCorrectedAndAWrongPartitionCountToldOf() {
        Map<String, Existing> broker = complete();
        broker.put(
                "test.accounts", new Existing(2, Map.of("cleanup.policy", "delete", "max.message.bytes", "1048576")));

        TopicPlan plan = TopicPlan.of(List.of(Topic.ACCOUNTS), PREFIX, broker);

        assertThat(plan.wrong()).isEqualTo(Map.of("test.accounts", Map.of("cleanup.policy", "compact")));
        assertThat(plan.complaints()).containsExactly("topic test.accounts has 2 partitions instead of 4");
    }

    private static Map<String, Existing> complete() {
        return Topic.all().stream()
                .map(topic -> TopicPlan.wanted(topic, PREFIX))
                .collect(
                        Collectors.toMap(Wanted::name, wanted -> new Existing(wanted.partitions(), wanted.settings())));
    }
}
