package io.adskull.benchmarks.poller;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Asks as fast as answers come, as `wrk` does: so many connections kept alive, one request under way on each, all on
/// one thread, no more of an answer understood than where it ends.
final class RawLoad {
    private final List<byte[]> requests;
    private int next;

    /// @param requests asked in turn
    RawLoad(List<byte[]> requests) {
        this.requests = List.copyOf(requests);
    }

    /// @return answers a second
    double run(int port, int connections, Duration length) {
        List<RawConnection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                var connection = new RawConnection(new InetSocketAddress("localhost", port), selector);
                all.add(connection);
                connection.ask(request());
            }
            long start = System.nanoTime();
            long answers = 0;
            while (System.nanoTime() - start < length.toNanos()) {
                selector.select(100);
                for (SelectionKey ready : selector.selectedKeys()) {
                    var connection = (RawConnection) ready.attachment();
                    if (connection.hasAnswer()) {
                        answers++;
                        connection.ask(request());
                    }
                }
                selector.selectedKeys().clear();
            }
            return answers * 1e9 / (System.nanoTime() - start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            all.forEach(RawConnection::close);
        }
    }

    private byte[] request() {
        byte[] request = requests.get(next);
        next = (next + 1) % requests.size();
        return request;
    }
}
