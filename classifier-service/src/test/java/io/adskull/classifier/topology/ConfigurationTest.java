package io.adskull.classifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/// Settings that a promise hangs on.
class ConfigurationTest {
    private final Properties settings = settings();

    @Test
    void aRemediationIsSentExactlyOnce() {
        assertThat(settings.getProperty("kafka-streams.processing.guarantee")).isEqualTo(StreamsConfig.EXACTLY_ONCE_V2);
    }

    @Test
    void offsetsAndStateHangOnThisId() {
        assertThat(settings.getProperty("quarkus.kafka-streams.application-id"))
                .isEqualTo("${adskull.topic-prefix}classifier-service");
    }

    @Test
    void whatWasRefusedCanBeSentToTheDeadLetters() {
        int largest = Integer.parseInt(settings.getProperty("kafka-streams.producer.max.request.size"));

        assertThat(largest).isGreaterThan(Topic.API_RESPONSES.deadLetters().maxMessageBytes());
    }

    @Test
    void theServiceIsNotReadyBeforeEveryTopicThatItUsesIsThere() {
        var topics = new ClassifierTopics("${adskull.topic-prefix}");

        assertThat(settings.getProperty("quarkus.kafka-streams.topics").split(","))
                .containsExactlyInAnyOrder(
                        topics.accounts(),
                        topics.responses(),
                        topics.remediations(),
                        topics.credentials(),
                        topics.pollRequests(),
                        topics.connectionWords(),
                        topics.platformWords(),
                        topics.standings(),
                        topics.platformStatus(),
                        topics.accountsDeadLetters(),
                        topics.responsesDeadLetters());
    }

    @Test
    void howLongFailuresAreHeldBackUnlessSomebodySaysOtherwise() {
        EvidenceConfig defaults = new io.smallrye.config.SmallRyeConfigBuilder()
                .withMapping(EvidenceConfig.class)
                .build()
                .getConfigMapping(EvidenceConfig.class);

        assertThat(defaults.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.confirmation()).isEqualTo(Duration.ofMinutes(2));
        assertThat(defaults.outage().hold()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.outage().tenants()).isEqualTo(3);
        assertThat(defaults.outage().accounts()).isEqualTo(10);
        assertThat(defaults.outage().share()).isEqualTo(0.3);
        assertThat(defaults.outage().window()).isEqualTo(Duration.ofMinutes(2));
    }

    private static Properties settings() {
        Properties settings = new Properties();
        try (var in = ConfigurationTest.class.getResourceAsStream("/application.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return settings;
    }
}
