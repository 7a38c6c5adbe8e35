package io.adskull.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The same servers as containers, for machines where Docker answers. Testcontainers removes them when the JVM
/// ends.
record ContainerServers(String bootstrapServers, String postgresUrl, String postgresUser, String postgresPassword)
        implements Servers {
    private static final String KAFKA_IMAGE = "apache/kafka-native:4.2.1";
    private static final String POSTGRES_IMAGE = "postgres:18";

    static ContainerServers ofThisJvm() {
        return Holder.SERVERS;
    }

    private static final class Holder {
        static final ContainerServers SERVERS = start();

        private static ContainerServers start() {
            KafkaContainer kafka = new KafkaContainer(KAFKA_IMAGE);
            PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES_IMAGE);
            kafka.start();
            postgres.start();
            return new ContainerServers(
                    kafka.getBootstrapServers(),
                    "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/",
                    postgres.getUsername(),
                    postgres.getPassword());
        }
    }
}
