package io.adskull.benchmarks.alerts;

/// A program that is told of alerts and sends them on.
interface Contender extends AutoCloseable {
    String name();

    /// Tells it of one alert, each of a group of its own; does not wait.
    void tell(int alert);

    /// Ends it at once, as `kill -9` does, and starts it again; returns when it is ready.
    void killAndStart() throws InterruptedException;

    /// What tells it of alerts does so again after a while, where it would: Prometheus repeats what fires, and
    /// Kafka keeps what nobody has read.
    void tellAgain(int first, int count);

    @Override
    void close();
}
