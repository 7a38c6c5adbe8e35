package io.adskull.local.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What one small broker needs to know: broker and controller in one process, one copy of everything, little
/// memory.
///
/// @param port where clients connect, on localhost only
/// @param controllerPort where the broker talks to its own controller
/// @param data the only folder it writes to
public record KafkaSettings(int port, int controllerPort, Path data) {

    private static final int NODE = 1;
    /// Above the largest topic's limit, which still adds headers and batch overhead.
    private static final int LARGEST_REQUEST = 5 << 20;

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    Map<String, String> properties() {
        var all = new HashMap<String, String>();
        all.put("process.roles", "broker,controller");
        all.put("node.id", Integer.toString(NODE));
        all.put("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listeners", "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(port, controllerPort));
        all.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("log.dirs", data.toString());
        all.putAll(oneCopyOfEverything());
        all.putAll(lessThanDefaults());
        return all;
    }

    private static Map<String, String> oneCopyOfEverything() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "message.max.bytes", Integer.toString(LARGEST_REQUEST));
    }

    /// The cleaner alone would reserve 128 MiB of heap; a rebalance would wait three seconds for members that
    /// never come.
    private static Map<String, String> lessThanDefaults() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20),
                "log.segment.bytes", Integer.toString(64 << 20),
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                "num.network.threads", "2",
                "num.io.threads", "4",
                "num.recovery.threads.per.data.dir", "2",
                "transaction.max.timeout.ms", "120000",
                "broker.heartbeat.interval.ms", "500");
    }
}
