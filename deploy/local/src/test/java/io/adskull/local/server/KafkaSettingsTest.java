package io.adskull.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.Topic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    private final KafkaSettings settings = new KafkaSettings(8094, 8095, Path.of("/data"));

    @Test
    void theBrokerTakesWhatTheLargestTopicTakes() {
        int largest =
                Topic.all().stream().mapToInt(Topic::maxMessageBytes).max().orElseThrow();

        assertThat(Integer.parseInt(settings.properties().get("message.max.bytes")))
                .isGreaterThan(largest);
    }

    @Test
    void nobodyElseOnTheNetworkReachesIt() {
        assertThat(settings.properties().get("listeners"))
                .isEqualTo("PLAINTEXT://localhost:8094,CONTROLLER://localhost:8095");
    }

    @Test
    void aMisspelledTopicIsAnErrorNotATopic() {
        assertThat(settings.properties()).containsEntry("auto.create.topics.enable", "false");
    }
}
