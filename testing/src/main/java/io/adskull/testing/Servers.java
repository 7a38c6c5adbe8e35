package io.adskull.testing;

import java.util.Locale;

/// A Kafka broker and a PostgreSQL server that tests may use: real ones, shared by as many tests as possible.
sealed interface Servers permits ProcessServers, ContainerServers {

    String bootstrapServers();

    /// JDBC address of the server, without a database: `jdbc:postgresql://host:port/`.
    String postgresUrl();

    String postgresUser();

    String postgresPassword();

    /// The servers of this Maven run. `-Dinfra=testcontainers` asks for containers, where Docker answers.
    static Servers ofThisRun() {
        return switch (System.getProperty("adskull.infra", "processes").toLowerCase(Locale.ROOT)) {
            case "processes" -> ProcessServers.ofThisRun();
            case "testcontainers" -> ContainerServers.ofThisJvm();
            default -> throw new IllegalArgumentException("-Dinfra must be processes or testcontainers");
        };
    }
}
