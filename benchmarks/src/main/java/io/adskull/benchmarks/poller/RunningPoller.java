package io.adskull.benchmarks.poller;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.adskull.benchmarks.process.OwnProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/// One real poller-service process, looked at from outside.
final class RunningPoller implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OwnProcess process;
    private final URI metrics;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningPoller(OwnProcess process, String url) {
        this.process = process;
        this.metrics = URI.create(url + "/q/metrics");
    }

    Metrics metrics() throws InterruptedException {
        try {
            return Metrics.read(client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration cpu() {
        return process.cpu();
    }

    void awaitAccounts(int count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (metrics().sum("adskull_poll_accounts") != count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the poller watches "
                        + (int) metrics().sum("adskull_poll_accounts") + " accounts instead of " + count);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /// What lives on its heap after a full collection.
    long usedHeap() {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address))) {
                MemoryMXBean memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                // What the first one finds unreachable, references and cleaners let go of for the second.
                memory.gc();
                memory.gc();
                return memory.getHeapMemoryUsage().getUsed();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        client.close();
    }
}
