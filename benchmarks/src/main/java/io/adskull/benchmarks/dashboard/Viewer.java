package io.adskull.benchmarks.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// A browser with the overview open: it hears what changes and asks for the page's changing part, at most once a
/// second, as the page's script does.
final class Viewer implements AutoCloseable {
    private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long SPREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final HttpClient client;
    private final URI live;
    private final HttpRequest page;
    private final Histogram answers;
    private final LongConsumer heard;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final AtomicLong lastHeard = new AtomicLong();
    private final Thread listener = Thread.ofVirtual().unstarted(this::listen);
    private final Thread looker = Thread.ofVirtual().unstarted(this::look);
    private volatile boolean closed;

    /// @param answers microseconds from when an answer was due to be asked for to its last byte; shared by viewers
    /// @param heard told the time of each change that is heard of, by `System.nanoTime`
    Viewer(HttpClient client, BenchedDashboard dashboard, String address, Histogram answers, LongConsumer heard) {
        this.client = client;
        this.live = dashboard.at("/live");
        this.page = HttpRequest.newBuilder(dashboard.at(address))
                .header("HX-Request", "true")
                .header("Accept-Encoding", "gzip")
                .build();
        this.answers = answers;
        this.heard = heard;
    }

    void start() {
        listener.start();
        looker.start();
    }

    private void listen() {
        try (Stream<String> lines = client.send(
                        HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            lines.filter(line -> line.startsWith("event:")).forEach(new Consumer<>() {
                @Override
                public void accept(String event) {
                    lastHeard.set(System.nanoTime());
                    heard.accept(lastHeard.get());
                    changed.set(true);
                    LockSupport.unpark(looker);
                }
            });
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                throw new IllegalStateException("the live stream broke off", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long last = System.nanoTime() - BETWEEN_NANOS;
        while (!closed) {
            if (!changed.get()) {
                LockSupport.park();
                continue;
            }
            long due = Math.max(
                    System.nanoTime()
                            + SETTLED_NANOS
                            + ThreadLocalRandom.current().nextLong(SPREAD_NANOS),
                    last + BETWEEN_NANOS);
            while (!closed && System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            last = due;
            changed.set(due - lastHeard.get() < SETTLED_NANOS);
            ask(due);
        }
    }

    private void ask(long due) {
        try {
            HttpResponse<byte[]> answer = client.send(page, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the overview answered " + answer.statusCode());
            }
            synchronized (answers) {
                answers.recordValue(Math.max(0, System.nanoTime() - due) / 1000);
            }
        } catch (IOException e) {
            if (!closed) {
                throw new IllegalStateException("the overview did not answer", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        listener.interrupt();
        looker.interrupt();
    }
}
