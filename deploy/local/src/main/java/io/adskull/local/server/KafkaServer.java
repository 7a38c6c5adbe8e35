package io.adskull.local.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs a Kafka broker until the process is told to stop.
@Command(name = "kafka", description = "A Kafka broker on this machine, for this machine only.")
public final class KafkaServer implements Callable<Integer> {

    @Option(names = "--port", required = true)
    private int port;

    @Option(names = "--controller-port", required = true)
    private int controllerPort;

    @Option(names = "--data", required = true)
    private Path data = Path.of(".");

    public static void main(String[] arguments) {
        ServerProcess.run(new KafkaServer(), arguments);
    }

    @Override
    public Integer call() throws Exception {
        var kafka = RunningKafka.start(new KafkaSettings(port, controllerPort, data.toAbsolutePath()));
        ServerProcess.closeAtExit("kafka", kafka);
        ServerProcess.say("Kafka takes connections on localhost:" + port);
        kafka.awaitStop();
        return 0;
    }
}
