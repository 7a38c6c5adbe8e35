package io.adskull.local.server;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// A Kafka broker inside this process; keeps its data over restarts.
final class RunningKafka implements AutoCloseable {

    private final KafkaRaftServer server;

    private RunningKafka(KafkaRaftServer server) {
        this.server = server;
    }

    /// Returns when clients can connect.
    static RunningKafka start(KafkaSettings settings) throws Exception {
        Files.createDirectories(settings.data());
        if (!Files.exists(settings.data().resolve("meta.properties"))) {
            format(settings.data());
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings.properties(), false), Time.SYSTEM);
        server.startup();
        return new RunningKafka(server);
    }

    /// Gives a new data folder its cluster id, as `kafka-storage format` does.
    private static void format(Path data) throws Exception {
        try (var silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silence)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        }
    }

    void awaitStop() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
