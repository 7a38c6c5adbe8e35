package io.adskull.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.Topic;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealServersTest {

    @Test
    void aTestGetsTopicsAndADatabaseOfItsOwn() throws Exception {
        RealServers servers = new RealServers();
        servers.init(Map.of("database", "true"));
        Map<String, String> config = servers.start();

        TestTopics topics = new TestTopics(config.get("kafka.bootstrap.servers"), config.get("adskull.topic-prefix"));
        topics.publish(Topic.ACCOUNTS, "tiktok/1", Map.of("ce_id", "1"), null);
        topics.publish(Topic.ACCOUNTS, "tiktok/1", Map.of("ce_id", "2"), new byte[] {'x'});

        assertThat(topics.read(Topic.ACCOUNTS))
                .extracting(TestTopics.Received::text)
                .containsExactly("", "x");
        try (var connection = DriverManager.getConnection(
                config.get("quarkus.datasource.jdbc.url"),
                config.get("quarkus.datasource.username"),
                config.get("quarkus.datasource.password"))) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isGreaterThanOrEqualTo(16);
        }
    }

    @Test
    void theServersOfARunAreStartedOnce() {
        assertThat(Servers.ofThisRun()).isEqualTo(Servers.ofThisRun());
    }
}
