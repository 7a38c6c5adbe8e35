package io.adskull.testing;

import io.adskull.contract.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// Gives a `@QuarkusTest` the run's real Kafka, with topics under a prefix of their own, and with the argument
/// `database=true` an empty PostgreSQL database of its own.
public class RealServers implements QuarkusTestResourceLifecycleManager {
    private static final int PARTITIONS = 4;

    private boolean database;

    @Override
    public void init(Map<String, String> arguments) {
        database = Boolean.parseBoolean(arguments.get("database"));
    }

    @Override
    public Map<String, String> start() {
        Servers servers = Servers.ofThisRun();
        String run = UUID.randomUUID().toString().substring(0, 8);
        String prefix = "test-" + run + ".";
        createTopics(servers, prefix);
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", servers.bootstrapServers());
        config.put("adskull.topic-prefix", prefix);
        config.put("adskull.tickets.key-file", ticketKey().toString());
        if (database) {
            String name = "test_" + run;
            createDatabase(servers, name);
            config.put("quarkus.datasource.jdbc.url", servers.postgresUrl() + name);
            config.put("quarkus.datasource.username", servers.postgresUser());
            config.put("quarkus.datasource.password", servers.postgresPassword());
        }
        return config;
    }

    /// Topics and database stay until the run's servers end; nobody else uses their names.
    @Override
    public void stop() {}

    /// What links to consent pages are signed with.
    private static Path ticketKey() {
        byte[] key = new byte[48];
        new SecureRandom().nextBytes(key);
        try {
            Path file = Files.createTempFile("adskull-test-ticket-key", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createTopics(Servers servers, String prefix) {
        List<NewTopic> topics = Topic.all().stream()
                .map(topic -> new NewTopic(topic.named(prefix), Math.min(PARTITIONS, topic.partitions()), (short) 1)
                        .configs(Map.of("max.message.bytes", Integer.toString(topic.maxMessageBytes()))))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create topics", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    private static void createDatabase(Servers servers, String name) {
        try (Connection connection = DriverManager.getConnection(
                        servers.postgresUrl() + "postgres", servers.postgresUser(), servers.postgresPassword());
                var statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Duration.ofMinutes(1).toSeconds());
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }
}
